import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;

/**
 * Prints what Java makes of EBCDIC bytes: for each converter named a line of its name and, behind tabs, the characters
 * of the bytes 00 to FF as hexadecimal UTF-16 units; and for one named with "/pairs" those of 4040 and of all pairs of
 * 41 to FE. Nothing stands for a byte or pair without a character; "absent" for a converter that there is not.
 */
class Tables {
  public static void main(String[] names) {
    PrintStream out = new PrintStream(System.out, false);
    for (String name : names) {
      String converter = name.replace("/pairs", "");
      if (!Charset.isSupported(converter)) {
        out.println(name + "\tabsent");
        continue;
      }
      CharsetDecoder decoder = Charset.forName(converter).newDecoder();
      StringBuilder line = new StringBuilder(name);
      if (name.equals(converter)) {
        for (int b = 0; b < 256; b++) line.append('\t').append(text(decoder, (byte) b));
      } else {
        line.append('\t').append(text(decoder, (byte) 0x0e, (byte) 0x40, (byte) 0x40, (byte) 0x0f));
        for (int high = 0x41; high < 0xff; high++) {
          for (int low = 0x41; low < 0xff; low++) {
            line.append('\t').append(text(decoder, (byte) 0x0e, (byte) high, (byte) low, (byte) 0x0f));
          }
        }
      }
      out.println(line);
    }
    out.flush();
  }

  private static String text(CharsetDecoder decoder, byte... bytes) {
    try {
      StringBuilder hex = new StringBuilder();
      for (char unit : decoder.decode(ByteBuffer.wrap(bytes)).toString().toCharArray()) {
        hex.append(String.format("%04x", (int) unit));
      }
      return hex.toString().equals("fffd") ? "" : hex.toString();
    } catch (CharacterCodingException fault) {
      return "";
    }
  }
}
