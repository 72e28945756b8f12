// Made by `npm run codepages` from the converters of ICU and glibc.
/** The characters of the bytes 00 to 3F and FF, as almost all pages have them. */
const CONTROLS =
  '\u0000\u0001\u0002\u0003\u009c\u0009\u0086\u007f\u0097\u008d\u008e\u000b\u000c\u000d\u000e\u000f\u0010\u0011\u0012\u0013\u009d\u0085\u0008\u0087\u0018\u0019\u0092\u008f\u001c\u001d\u001e\u001f\u0080\u0081\u0082\u0083\u0084\u000a\u0017\u001b\u0088\u0089\u008a\u008b\u008c\u0005\u0006\u0007\u0090\u0091\u0016\u0093\u0094\u0095\u0096\u0004\u0098\u0099\u009a\u009b\u0014\u0015\u009e\u001a\u009f';

/** Name, character set, code page, the characters of the bytes 40 to FE, and those of the bytes 00 to 3F and FF. */
// biome-ignore format: one page a line
export const SINGLE_BYTE_VECTORS: readonly (readonly [string, number, number, string, string])[] = [
  ['cp273', 697, 273, '\u0020\u00a0â{àáãåçñÄ.<(+!&éêëèíîïì~Ü$*);^-/Â[ÀÁÃÅÇÑö,%_>?øÉÊËÈÍÎÏÌ`:#§\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µßstuvwxyz¡¿ÐÝÞ®¢£¥·©@¶¼½¾¬|¯¨´×äABCDEFGHI\u00adô¦òóõüJKLMNOPQR¹û}ùúÿÖ÷STUVWXYZ²Ô\\ÒÓÕ0123456789³Û]ÙÚ', CONTROLS],
  ['cp277', 697, 277, '\u0020\u00a0âäàáã}çñ#.<(+!&éêëèíîïìß¤Å*);^-/ÂÄÀÁÃ$ÇÑø,%_>?¦ÉÊËÈÍÎÏÌ`:ÆØ\'="@abcdefghi«»ðýþ±°jklmnopqrªº{¸[]µüstuvwxyz¡¿ÐÝÞ®¢£¥·©§¶¼½¾¬|¯¨´×æABCDEFGHI\u00adôöòóõåJKLMNOPQR¹û~ùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp278', 697, 278, '\u0020\u00a0â{àáã}çñ§.<(+!&`êëèíîïìß¤Å*);^-/Â#ÀÁÃ$ÇÑö,%_>?ø\\ÊËÈÍÎÏÌé:ÄÖ\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ]µüstuvwxyz¡¿ÐÝÞ®¢£¥·©[¶¼½¾¬|¯¨´×äABCDEFGHI\u00adô¦òóõåJKLMNOPQR¹û~ùúÿÉ÷STUVWXYZ²Ô@ÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp280', 697, 280, '\u0020\u00a0âä{áãå\\ñ°.<(+!&]êë}íîï~ßé$*);^-/ÂÄÀÁÃÅÇÑò,%_>?øÉÊËÈÍÎÏÌù:£§\'="Øabcdefghi«»ðýþ±[jklmnopqrªºæ¸Æ¤µìstuvwxyz¡¿ÐÝÞ®¢#¥·©@¶¼½¾¬|¯¨´×àABCDEFGHI\u00adôö¦óõèJKLMNOPQR¹ûü`úÿç÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp284', 697, 284, '\u0020\u00a0âäàáãåç¦[.<(+|&éêëèíîïìß]$*);¬-/ÂÄÀÁÃÅÇ#ñ,%_>?øÉÊËÈÍÎÏÌ`:Ñ@\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ¨stuvwxyz¡¿ÐÝÞ®¢£¥·©§¶¼½¾^!¯~´×{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp285', 697, 285, '\u0020\u00a0âäàáãåçñ$.<(+|&éêëèíîïìß!£*);¬-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ¯stuvwxyz¡¿ÐÝÞ®¢[¥·©§¶¼½¾^]~¨´×{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp297', 697, 297, '\u0020\u00a0âä@áãå\\ñ°.<(+!&{êë}íîïìß§$*);^-/ÂÄÀÁÃÅÇÑù,%_>?øÉÊËÈÍÎÏÌµ:£à\'="Øabcdefghi«»ðýþ±[jklmnopqrªºæ¸Æ¤`¨stuvwxyz¡¿ÐÝÞ®¢#¥·©]¶¼½¾¬|¯~´×éABCDEFGHI\u00adôöòóõèJKLMNOPQR¹ûü¦úÿç÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp500', 697, 500, '\u0020\u00a0âäàáãåçñ[.<(+!&éêëèíîïìß]$*);^-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ~stuvwxyz¡¿ÐÝÞ®¢£¥·©§¶¼½¾¬|¯¨´×{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp871', 697, 871, '\u0020\u00a0âäàáãåçñÞ.<(+!&éêëèíîïìßÆ$*);Ö-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌð:#Ð\'="Øabcdefghi«»`ý{±°jklmnopqrªº}¸]¤µöstuvwxyz¡¿@Ý[®¢£¥·©§¶¼½¾¬|¯¨\\×þABCDEFGHI\u00adô~òóõæJKLMNOPQR¹ûüùúÿ´÷STUVWXYZ²Ô^ÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp1047', 697, 1047, '\u0020\u00a0âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);^-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ~stuvwxyz¡¿Ð[Þ®¬£¥·©§¶¼½¾Ý¨¯]´×{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp275', 697, 275, '\u0020\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdÉ.<(+!&\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd$Ç*);^-/\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdç,%_>?\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdã:ÕÃ\'="\ufffdabcdefghi\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdjklmnopqr\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd~stuvwxyz\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdõABCDEFGHI\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdéJKLMNOPQR\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\\\ufffdSTUVWXYZ\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd0123456789\ufffd\ufffd\ufffd\ufffd\ufffd', CONTROLS],
  ['bracket', 697, 37, '\u0020\u00a0âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);¬-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ¤µ~stuvwxyz¡¿Ð[Þ®^£¥·©§¶¼½¾Ý¨¯]´×{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp1140', 695, 1140, '\u0020\u00a0âäàáãåçñ¢.<(+|&éêëèíîïìß!$*);¬-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ€µ~stuvwxyz¡¿ÐÝÞ®^£¥·©§¶¼½¾[]¯¨´×{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp1141', 695, 1141, '\u0020\u00a0â{àáãåçñÄ.<(+!&éêëèíîïì~Ü$*);^-/Â[ÀÁÃÅÇÑö,%_>?øÉÊËÈÍÎÏÌ`:#§\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ€µßstuvwxyz¡¿ÐÝÞ®¢£¥·©@¶¼½¾¬|¯¨´×äABCDEFGHI\u00adô¦òóõüJKLMNOPQR¹û}ùúÿÖ÷STUVWXYZ²Ô\\ÒÓÕ0123456789³Û]ÙÚ', CONTROLS],
  ['cp1142', 695, 1142, '\u0020\u00a0âäàáã}çñ#.<(+!&éêëèíîïìß€Å*);^-/ÂÄÀÁÃ$ÇÑø,%_>?¦ÉÊËÈÍÎÏÌ`:ÆØ\'="@abcdefghi«»ðýþ±°jklmnopqrªº{¸[]µüstuvwxyz¡¿ÐÝÞ®¢£¥·©§¶¼½¾¬|¯¨´×æABCDEFGHI\u00adôöòóõåJKLMNOPQR¹û~ùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp1143', 695, 1143, '\u0020\u00a0â{àáã}çñ§.<(+!&`êëèíîïìß€Å*);^-/Â#ÀÁÃ$ÇÑö,%_>?ø\\ÊËÈÍÎÏÌé:ÄÖ\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ]µüstuvwxyz¡¿ÐÝÞ®¢£¥·©[¶¼½¾¬|¯¨´×äABCDEFGHI\u00adô¦òóõåJKLMNOPQR¹û~ùúÿÉ÷STUVWXYZ²Ô@ÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp1144', 695, 1144, '\u0020\u00a0âä{áãå\\ñ°.<(+!&]êë}íîï~ßé$*);^-/ÂÄÀÁÃÅÇÑò,%_>?øÉÊËÈÍÎÏÌù:£§\'="Øabcdefghi«»ðýþ±[jklmnopqrªºæ¸Æ€µìstuvwxyz¡¿ÐÝÞ®¢#¥·©@¶¼½¾¬|¯¨´×àABCDEFGHI\u00adôö¦óõèJKLMNOPQR¹ûü`úÿç÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp1145', 695, 1145, '\u0020\u00a0âäàáãåç¦[.<(+|&éêëèíîïìß]$*);¬-/ÂÄÀÁÃÅÇ#ñ,%_>?øÉÊËÈÍÎÏÌ`:Ñ@\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ€µ¨stuvwxyz¡¿ÐÝÞ®¢£¥·©§¶¼½¾^!¯~´×{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp1146', 695, 1146, '\u0020\u00a0âäàáãåçñ$.<(+|&éêëèíîïìß!£*);¬-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ€µ¯stuvwxyz¡¿ÐÝÞ®¢[¥·©§¶¼½¾^]~¨´×{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp1147', 695, 1147, '\u0020\u00a0âä@áãå\\ñ°.<(+!&{êë}íîïìß§$*);^-/ÂÄÀÁÃÅÇÑù,%_>?øÉÊËÈÍÎÏÌµ:£à\'="Øabcdefghi«»ðýþ±[jklmnopqrªºæ¸Æ€`¨stuvwxyz¡¿ÐÝÞ®¢#¥·©]¶¼½¾¬|¯~´×éABCDEFGHI\u00adôöòóõèJKLMNOPQR¹ûü¦úÿç÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp1148', 695, 1148, '\u0020\u00a0âäàáãåçñ[.<(+!&éêëèíîïìß]$*);^-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌ`:#@\'="Øabcdefghi«»ðýþ±°jklmnopqrªºæ¸Æ€µ~stuvwxyz¡¿ÐÝÞ®¢£¥·©§¶¼½¾¬|¯¨´×{ABCDEFGHI\u00adôöòóõ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp1149', 695, 1149, '\u0020\u00a0âäàáãåçñÞ.<(+!&éêëèíîïìßÆ$*);Ö-/ÂÄÀÁÃÅÇÑ¦,%_>?øÉÊËÈÍÎÏÌð:#Ð\'="Øabcdefghi«»`ý{±°jklmnopqrªº}¸]€µöstuvwxyz¡¿@Ý[®¢£¥·©§¶¼½¾¬|¯¨\\×þABCDEFGHI\u00adô~òóõæJKLMNOPQR¹ûüùúÿ´÷STUVWXYZ²Ô^ÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp870', 959, 870, '\u0020\u00a0âäţáăčçć[.<(+!&éęëůíîľĺß]$*);^-/ÂÄ\u02ddÁĂČÇĆ|,%_>?\u02c7ÉĘËŮÍÎĽĹ`:#@\'="\u02d8abcdefghiśňđýřş°jklmnopqrłńš¸\u02db¤ą~stuvwxyzŚŇĐÝŘŞ\u02d9ĄżŢŻ§žźŽŹŁŃŠ¨´×{ABCDEFGHI\u00adôöŕóő}JKLMNOPQRĚűüťúě\\÷STUVWXYZďÔÖŔÓŐ0123456789ĎŰÜŤÚ', CONTROLS],
  ['cp1153', 1375, 1153, '\u0020\u00a0âäţáăčçć[.<(+!&éęëůíîľĺß]$*);^-/ÂÄ\u02ddÁĂČÇĆ|,%_>?\u02c7ÉĘËŮÍÎĽĹ`:#@\'="\u02d8abcdefghiśňđýřş°jklmnopqrłńš¸\u02db€ą~stuvwxyzŚŇĐÝŘŞ\u02d9ĄżŢŻ§žźŽŹŁŃŠ¨´×{ABCDEFGHI\u00adôöŕóő}JKLMNOPQRĚűüťúě\\÷STUVWXYZďÔÖŔÓŐ0123456789ĎŰÜŤÚ', CONTROLS],
  ['cp1026', 1152, 1026, '\u0020\u00a0âäàáãå{ñÇ.<(+!&éêëèíîïìßĞİ*);^-/ÂÄÀÁÃÅ[Ñş,%_>?øÉÊËÈÍÎÏÌı:ÖŞ\'=ÜØabcdefghi«»}`¦±°jklmnopqr\u20baºæ¸Æ¤µöstuvwxyz¡¿]$@®¢£¥·©§¶¼½¾¬|¯¨´×çABCDEFGHI\u00adô~òóõğJKLMNOPQR¹û\\ùúÿü÷STUVWXYZ²Ô#ÒÓÕ0123456789³Û"ÙÚ', CONTROLS],
  ['cp1155', 1378, 1155, '\u0020\u00a0âäàáãå{ñÇ.<(+!&éêëèíîïìßĞİ*);^-/ÂÄÀÁÃÅ[Ñş,%_>?øÉÊËÈÍÎÏÌı:ÖŞ\'=ÜØabcdefghi«»}`¦±°jklmnopqr\u20baºæ¸Æ€µöstuvwxyz¡¿]$@®¢£¥·©§¶¼½¾¬|¯¨´×çABCDEFGHI\u00adô~òóõğJKLMNOPQR¹û\\ùúÿü÷STUVWXYZ²Ô#ÒÓÕ0123456789³Û"ÙÚ', CONTROLS],
  ['cp1112', 1305, 1112, '\u0020\u00a0šäąįūåēž¢.<(+|&éęėčų\u201e\u201cģß!$*);¬-/ŠÄĄĮŪÅĒŽ¦,%_>?øÉĘĖČŲĪĻĢ`:#@\'="Øabcdefghi«»āżń±°jklmnopqrŖŗæķÆ¤µ~stuvwxyz\u201dźĀŻŃ®^£ī·©§¶¼½¾[]ŹĶļ×{ABCDEFGHI\u00adōöņóõ}JKLMNOPQR¹ćüłś\u2019\\÷STUVWXYZ²ŌÖŅÓÕ0123456789³ĆÜŁŚ', CONTROLS],
  ['cp1156', 1393, 1156, '\u0020\u00a0šäąįūåēž¢.<(+|&éęėčų\u201e\u201cģß!$*);¬-/ŠÄĄĮŪÅĒŽ¦,%_>?øÉĘĖČŲĪĻĢ`:#@\'="Øabcdefghi«»āżń±°jklmnopqrŖŗæķÆ€µ~stuvwxyz\u201dźĀŻŃ®^£ī·©§¶¼½¾[]ŹĶļ×{ABCDEFGHI\u00adōöņóõ}JKLMNOPQR¹ćüłś\u2019\\÷STUVWXYZ²ŌÖŅÓÕ0123456789³ĆÜŁŚ', CONTROLS],
  ['cp1122', 1307, 1122, '\u0020\u00a0â{àáã}çñ§.<(+!&`êëèíîïìß¤Å*);^-/Â#ÀÁÃ$ÇÑö,%_>?ø\\ÊËÈÍÎÏÌé:ÄÖ\'="Øabcdefghi«»šýž±°jklmnopqrªºæ¸Æ]µüstuvwxyz¡¿ŠÝŽ®¢£¥·©[¶¼½¾¬|¯¨´×äABCDEFGHI\u00adô¦òóõåJKLMNOPQR¹û~ùúÿÉ÷STUVWXYZ²Ô@ÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp1157', 1391, 1157, '\u0020\u00a0â{àáã}çñ§.<(+!&`êëèíîïìß€Å*);^-/Â#ÀÁÃ$ÇÑö,%_>?ø\\ÊËÈÍÎÏÌé:ÄÖ\'="Øabcdefghi«»šýž±°jklmnopqrªºæ¸Æ]µüstuvwxyz¡¿ŠÝŽ®¢£¥·©[¶¼½¾¬|¯¨´×äABCDEFGHI\u00adô¦òóõåJKLMNOPQR¹û~ùúÿÉ÷STUVWXYZ²Ô@ÒÓÕ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp1130', 1336, 1130, '\u0020\u00a0âäàáăåçñ[.<(+!&éêëèíîï\u0303ß]$*);^-/ÂÄÀÁĂÅÇÑ¦,%_>?øÉÊËÈÍÎÏ\u20ab`:#@\'="Øabcdefghi«»đ\u0309\u0300±°jklmnopqrªºæŒÆ¤µ~stuvwxyz¡¿Đ\u0323\u0301®¢£¥·©§¶¼½¾¬|¯œŸ×{ABCDEFGHI\u00adôöưóơ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖƯÓƠ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp1164', 1397, 1164, '\u0020\u00a0âäàáăåçñ[.<(+!&éêëèíîï\u0303ß]$*);^-/ÂÄÀÁĂÅÇÑ¦,%_>?øÉÊËÈÍÎÏ\u20ab`:#@\'="Øabcdefghi«»đ\u0309\u0300±°jklmnopqrªºæŒÆ€µ~stuvwxyz¡¿Đ\u0323\u0301®¢£¥·©§¶¼½¾¬|¯œŸ×{ABCDEFGHI\u00adôöưóơ}JKLMNOPQR¹ûüùúÿ\\÷STUVWXYZ²ÔÖƯÓƠ0123456789³ÛÜÙÚ', CONTROLS],
  ['cp905', 1286, 905, '\u0020\ufffdâäàá\ufffdċ{ñÇ.<(+!&éêëèíîïìßĞİ*);^-/ÂÄÀÁ\ufffdĊ[Ñş,%_>?\ufffdÉÊËÈÍÎÏÌı:ÖŞ\'=Ü\u02d8abcdefghiħĉŝŭ\ufffd|°jklmnopqrĥĝĵ\u02db\ufffd¤µöstuvwxyzĦĈŜŬ\ufffd@·£ż}Ż§]\ufffd½$ĤĜĴ¨´×çABCDEFGHI\u00adô~òóġğJKLMNOPQR`û\\ùú\ufffdü÷STUVWXYZ²Ô#ÒÓĠ0123456789³Û"ÙÚ', CONTROLS],
  ['cp875', 925, 875, '\u0020ΑΒΓΔΕΖΗΘΙ[.<(+!&ΚΛΜΝΞΟΠΡΣ]$*);^-/ΤΥΦΧΨΩΪΫ|,%_>?¨ΆΈΉ\u00a0ΊΌΎΏ`:#@\'="\u0385abcdefghiαβγδεζ°jklmnopqrηθικλμ´~stuvwxyzνξοπρσ£άέήϊίόύϋώςτυφχψ{ABCDEFGHI\u00adωΐΰ\u2018\u2015}JKLMNOPQR±½\ufffd\u0387\u2019¦\\\ufffdSTUVWXYZ²§\ufffd\ufffd«¬0123456789³©\ufffd\ufffd»', CONTROLS],
  ['cp1025', 1150, 1025, '\u0020\u00a0ђѓёєѕіїј[.<(+!&љњћќўџЪ\u2116Ђ]$*);^-/ЃЁЄЅІЇЈЉ|,%_>?ЊЋЌ\u00adЎЏюаб`:#@\'="цabcdefghiдефгхийjklmnopqrклмнопя~stuvwxyzрстужвьызшэщчъЮАБЦДЕФГ{ABCDEFGHIХИЙКЛМ}JKLMNOPQRНОПЯРС\\§STUVWXYZТУЖВЬЫ0123456789ЗШЭЩЧ', CONTROLS],
  ['cp1154', 1381, 1154, '\u0020\u00a0ђѓёєѕіїј[.<(+!&љњћќўџЪ\u2116Ђ]$*);^-/ЃЁЄЅІЇЈЉ|,%_>?ЊЋЌ\u00adЎЏюаб`:#@\'="цabcdefghiдефгхийjklmnopqrклмнопя~stuvwxyzрстужвьызшэщчъЮАБЦДЕФГ{ABCDEFGHIХИЙКЛМ}JKLMNOPQRНОПЯРС\\€STUVWXYZТУЖВЬЫ0123456789ЗШЭЩЧ', CONTROLS],
  ['cp1123', 1326, 1123, '\u0020\u00a0ђґёєѕіїј[.<(+!&љњћќўџЪ\u2116Ђ]$*);^-/ҐЁЄЅІЇЈЉ|,%_>?ЊЋЌ\u00adЎЏюаб`:#@\'="цabcdefghiдефгхийjklmnopqrклмнопя~stuvwxyzрстужвьызшэщчъЮАБЦДЕФГ{ABCDEFGHIХИЙКЛМ}JKLMNOPQRНОПЯРС\\§STUVWXYZТУЖВЬЫ0123456789ЗШЭЩЧ', CONTROLS],
  ['cp1158', 1388, 1158, '\u0020\u00a0ђґёєѕіїј[.<(+!&љњћќўџЪ\u2116Ђ]$*);^-/ҐЁЄЅІЇЈЉ|,%_>?ЊЋЌ\u00adЎЏюаб`:#@\'="цabcdefghiдефгхийjklmnopqrклмнопя~stuvwxyzрстужвьызшэщчъЮАБЦДЕФГ{ABCDEFGHIХИЙКЛМ}JKLMNOPQRНОПЯРС\\€STUVWXYZТУЖВЬЫ0123456789ЗШЭЩЧ', CONTROLS],
  ['cp880', 959, 880, '\u0020\ufffdђѓё\ufffdѕіїј[.<(+!&љњћќ\ufffdџЪ\u2116Ђ]$*);^-/ЃЁ\ufffdЅІЇЈЉ¦,%_>?ЊЋЌ\ufffd\ufffdЏюаб\ufffd:#@\'="цabcdefghiдефгхийjklmnopqrклмнопя\ufffdstuvwxyzрстужвьызшэщчъЮАБЦДЕФГ\ufffdABCDEFGHIХИЙКЛМ\ufffdJKLMNOPQRНОПЯРС\\¤STUVWXYZТУЖВЬЫ0123456789ЗШЭЩЧ', CONTROLS],
  ['cp1166', 65535, 1166, '\u0020\u00a0әғёєѕіқј[.<(+!&ңөұүўһЪ\u2116Ә]$*);^-/ҒЁЄЅІҚЈҢ|,%_>?ӨҰҮ\u00adЎҺюаб`:#@\'="цabcdefghiдефгхийjklmnopqrклмнопя~stuvwxyzрстужвьызшэщчъЮАБЦДЕФГ{ABCDEFGHIХИЙКЛМ}JKLMNOPQRНОПЯРС\\€STUVWXYZТУЖВЬЫ0123456789ЗШЭЩЧ', CONTROLS],
  ['cp424', 1349, 424, '\u0020\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8¢.<(+|&\u05d9\u05da\u05db\u05dc\u05dd\u05de\u05df\u05e0\u05e1!$*);¬-/\u05e2\u05e3\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9¦,%_>?\ufffd\u05ea\ufffd\ufffd\u00a0\ufffd\ufffd\ufffd\u2017`:#@\'="\ufffdabcdefghi«»\ufffd\ufffd\ufffd±°jklmnopqr\ufffd\ufffd\ufffd¸\ufffd¤µ~stuvwxyz\ufffd\ufffd\ufffd\ufffd\ufffd®^£¥\u2022©§¶¼½¾[]\u203e¨´×{ABCDEFGHI\u00ad\ufffd\ufffd\ufffd\ufffd\ufffd}JKLMNOPQR¹\ufffd\ufffd\ufffd\ufffd\ufffd\\÷STUVWXYZ²\ufffd\ufffd\ufffd\ufffd\ufffd0123456789³\ufffd\ufffd\ufffd\ufffd', CONTROLS],
  ['cp803', 1147, 803, '\u0020\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd$.<(+|\u05d0\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd!¢*);¬-/\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd,%_>?\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd:#@\'="\ufffd\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\u05da\u05db\u05dc\u05dd\u05de\u05df\u05e0\u05e1\u05e2\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\u05e3\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9\u05ea\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdABCDEFGHI\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdJKLMNOPQR\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdSTUVWXYZ\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd0123456789\ufffd\ufffd\ufffd\ufffd\ufffd', CONTROLS],
  ['cp420', 235, 420, '\u0020\u00a0\u0651\ufe7d\u0640\u200b\u0621\u0622\ufe82\u0623¢.<(+|&\ufe84\u0624\ufffd\ufffd\u0626\u0627\ufe8e\u0628\ufe91!$*);¬-/\u0629\u062a\ufe97\u062b\ufe9b\u062c\ufe9f\u062d¦,%_>?\ufea3\u062e\ufea7\u062f\u0630\u0631\u0632\u0633\ufeb3\u060c:#@\'="\u0634abcdefghi\ufeb7\u0635\ufebb\u0636\ufebf\u0637\u0638jklmnopqr\u0639\ufeca\ufecb\ufecc\u063a\ufece\ufecf÷stuvwxyz\ufed0\u0641\ufed3\u0642\ufed7\u0643\ufedb\u0644\ufef5\ufef6\ufef7\ufef8\ufffd\ufffd\ufefb\ufefc\ufedf\u0645\ufee3\u0646\ufee7\u0647\u061bABCDEFGHI\u00ad\ufeeb\ufffd\ufeec\ufffd\u0648\u061fJKLMNOPQR\u0649\ufef0\u064a\ufef2\ufef3\u0660×\ufffdSTUVWXYZ\u0661\u0662\ufffd\u0663\u0664\u06650123456789\ufffd\u0666\u0667\u0668\u0669', CONTROLS],
  ['cp918', 1160, 918, '\u0020\u00a0\u060c\u061b\u061f\ufe81\ufe8d\ufe8e\uf8fb\ufe8f[.<(+!&\ufe91\ufb56\ufb58\ufe93\ufe95\ufe97\ufb66\ufb68\ufe99]$*);^-/\ufe9b\ufe9d\ufe9f\ufb7a\ufb7c\ufea1\ufea3\ufea5`,%_>?\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9:#@\'="\ufea7abcdefghi\ufea9\ufb88\ufeab\ufead\ufb8c\ufeaf\ufb8ajklmnopqr\ufeb1\ufeb3\ufeb5\ufeb7\ufeb9\ufebb\ufebd~stuvwxyz\ufebf\ufec3\ufec7\ufec9\ufeca\ufecb\ufecc\ufecd\ufece\ufecf\ufed0\ufed1\ufed3\ufed5\ufed7\ufb8e\ufedb|\ufb92\ufb94\ufedd\ufedf{ABCDEFGHI\u00ad\ufee0\ufee1\ufee3\ufb9e\ufee5}JKLMNOPQR\ufee7\ufe85\ufeed\ufba6\ufba8\ufba9\\\ufbaaSTUVWXYZ\ufe80\ufe89\ufe8a\ufe8b\ufbfc\ufbfd0123456789\ufbfe\ufbb0\ufbae\ufe7c\ufe7d', CONTROLS],
  ['cp1097', 1219, 1097, '\u0020\u00a0\u060c\u064b\ufe81\ufe82\uf8fa\ufe8d\ufe8e\uf8fb¤.<(+|&\ufe80\ufe83\ufe84\uf8f9\ufe85\ufe8b\ufe8f\ufe91\ufb56!$*);¬-/\ufb58\ufe95\ufe97\ufe99\ufe9b\ufe9d\ufe9f\ufb7a\u061b,%_>?\ufb7c\ufea1\ufea3\ufea5\ufea7\ufea9\ufeab\ufead\ufeaf`:#@\'="\ufb8aabcdefghi«»\ufeb1\ufeb3\ufeb5\ufeb7\ufeb9jklmnopqr\ufebb\ufebd\ufebf\ufec1\ufec3\ufec5\ufec7~stuvwxyz\ufec9\ufeca\ufecb\ufecc\ufecd\ufece\ufecf\ufed0\ufed1\ufed3\ufed5\ufed7\ufb8e\ufedb\ufb92\ufb94[]\ufedd\ufedf\ufee1×{ABCDEFGHI\u00ad\ufee3\ufee5\ufee7\ufeed\ufee9}JKLMNOPQR\ufeeb\ufeec\ufba4\ufbfc\ufbfd\ufbfe\\\u061fSTUVWXYZ\u0640\u06f0\u06f1\u06f2\u06f3\u06f40123456789\u06f5\u06f6\u06f7\u06f8\u06f9', CONTROLS],
  ['cp838', 1176, 838, '\u0020\u00a0\u0e01\u0e02\u0e03\u0e04\u0e05\u0e06\u0e07[¢.<(+|&\u0e48\u0e08\u0e09\u0e0a\u0e0b\u0e0c\u0e0d\u0e0e]!$*);¬-/\u0e0f\u0e10\u0e11\u0e12\u0e13\u0e14\u0e15^¦,%_>?\u0e3f\u0e4e\u0e16\u0e17\u0e18\u0e19\u0e1a\u0e1b\u0e1c`:#@\'="\u0e4fabcdefghi\u0e1d\u0e1e\u0e1f\u0e20\u0e21\u0e22\u0e5ajklmnopqr\u0e23\u0e24\u0e25\u0e26\u0e27\u0e28\u0e5b~stuvwxyz\u0e29\u0e2a\u0e2b\u0e2c\u0e2d\u0e2e\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59\u0e2f\u0e30\u0e31\u0e32\u0e33\u0e34{ABCDEFGHI\u0e49\u0e35\u0e36\u0e37\u0e38\u0e39}JKLMNOPQR\u0e3a\u0e40\u0e41\u0e42\u0e43\u0e44\\\u0e4aSTUVWXYZ\u0e45\u0e46\u0e47\u0e48\u0e49\u0e4a0123456789\u0e4b\u0e4c\u0e4d\u0e4b\u0e4c', CONTROLS],
  ['cp1160', 1395, 1160, '\u0020\u00a0\u0e01\u0e02\u0e03\u0e04\u0e05\u0e06\u0e07[¢.<(+|&\u0e48\u0e08\u0e09\u0e0a\u0e0b\u0e0c\u0e0d\u0e0e]!$*);¬-/\u0e0f\u0e10\u0e11\u0e12\u0e13\u0e14\u0e15^¦,%_>?\u0e3f\u0e4e\u0e16\u0e17\u0e18\u0e19\u0e1a\u0e1b\u0e1c`:#@\'="\u0e4fabcdefghi\u0e1d\u0e1e\u0e1f\u0e20\u0e21\u0e22\u0e5ajklmnopqr\u0e23\u0e24\u0e25\u0e26\u0e27\u0e28\u0e5b~stuvwxyz\u0e29\u0e2a\u0e2b\u0e2c\u0e2d\u0e2e\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59\u0e2f\u0e30\u0e31\u0e32\u0e33\u0e34{ABCDEFGHI\u0e49\u0e35\u0e36\u0e37\u0e38\u0e39}JKLMNOPQR\u0e3a\u0e40\u0e41\u0e42\u0e43\u0e44\\\u0e4aSTUVWXYZ\u0e45\u0e46\u0e47\u0e48\u0e49\u0e4a0123456789\u0e4b\u0e4c\u0e4d\u0e4b€', CONTROLS],
  ['cp1132', 1341, 1132, '\u0020\u00a0\u0e81\u0e82\u0e84\u0e87\u0e88\u0eaa\u0e8a[¢.<(+|&\ufffd\u0e8d\u0e94\u0e95\u0e96\u0e97\u0e99\u0e9a]!$*);¬-/\u0e9b\u0e9c\u0e9d\u0e9e\u0e9f\u0ea1\u0ea2^¦,%_>?\u20ad\ufffd\u0ea3\u0ea5\u0ea7\u0eab\u0ead\u0eae\ufffd`:#@\'="\ufffdabcdefghi\ufffd\ufffd\u0eaf\u0eb0\u0eb2\u0eb3\ufffdjklmnopqr\u0eb4\u0eb5\u0eb6\u0eb7\u0eb8\u0eb9\ufffd~stuvwxyz\u0ebc\u0eb1\u0ebb\u0ebd\ufffd\ufffd\u0ed0\u0ed1\u0ed2\u0ed3\u0ed4\u0ed5\u0ed6\u0ed7\u0ed8\u0ed9\ufffd\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4{ABCDEFGHI\ufffd\u0ec8\u0ec9\u0eca\u0ecb\u0ecc}JKLMNOPQR\u0ecd\u0ec6\ufffd\u0edc\u0edd\ufffd\\\ufffdSTUVWXYZ\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd0123456789\ufffd\ufffd\ufffd\ufffd\ufffd', CONTROLS],
  ['cp1137', 1468, 1137, '\u0020\u00a0\u0901\u0902\u0903\u0905\u0906\u0907\u0908\u0909\u090a.<(+|&\u090b\u090c\u090d\u090e\u090f\u0910\u0911\u0912\u0913!$*);^-/\u0914\u0915\u0916\u0917\u0918\u0919\u091a\u091b\u091c,%_>?\u091d\u091e\u091f\u0920\u0921\u0922\u0923\u0924\u0925`:#@\'="\u0926abcdefghi\u0927\u0928\u092a\u092b\u092c\u092d\u092ejklmnopqr\u092f\u0930\u0932\u0933\u0935\u0936\u200c~stuvwxyz\u0937\u0938\u0939[\u093c\u093d\u093e\u093f\u0940\u0941\u0942\u0943\u0944\u0945\u0946\u0947\u0948\u0949\u094a]\u094b\u094c{ABCDEFGHI\u094d\u0950\u0951\u0952\ufffd\ufffd}JKLMNOPQR\u0960\u0961\u0962\u0963\u0964\u0965\\\u200dSTUVWXYZ\u0966\u0967\u0968\u0969\u096a\u096b0123456789\u096c\u096d\u096e\u096f\u0970', CONTROLS],
  ['cp290', 1172, 290, '\u0020\uff61\uff62\uff63\uff64\uff65ｦｧｨｩ£.<(+|&ｪｫｬｭｮｯ\ufffd\uff70\ufffd!¥*);¬-/abcdefgh\ufffd,%_>?[ijklmnop`:#@\'="]ｱｲｳｴｵｶｷｸｹｺqｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉr\ufffdﾊﾋﾌ~\u203eﾍﾎﾏﾐﾑﾒﾓﾔﾕsﾖﾗﾘﾙ^¢\\tuvwxyzﾚﾛﾜﾝ\uff9e\uff9f{ABCDEFGHI\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd}JKLMNOPQR\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd$\ufffdSTUVWXYZ\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd0123456789\ufffd\ufffd\ufffd\ufffd\ufffd', CONTROLS],
  ['cp8482', 1172, 290, '\u0020\uff61\uff62\uff63\uff64\uff65ｦｧｨｩ£.<(+|&ｪｫｬｭｮｯ\ufffd\uff70\ufffd!¥*);¬-/abcdefgh\ufffd,%_>?[ijklmnop`:#@\'="]ｱｲｳｴｵｶｷｸｹｺqｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉr\ufffdﾊﾋﾌ~\u203eﾍﾎﾏﾐﾑﾒﾓﾔﾕsﾖﾗﾘﾙ^¢\\tuvwxyzﾚﾛﾜﾝ\uff9e\uff9f{ABCDEFGHI\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd}JKLMNOPQR\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd$€STUVWXYZ\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd0123456789\ufffd\ufffd\ufffd\ufffd\ufffd', CONTROLS],
  ['cp1027', 1172, 1027, '\u0020\ufffd\uff61\uff62\uff63\uff64\uff65ｦｧｨ¢.<(+|&ｩｪｫｬｭｮｯ\uff70ｱ!$*);¬-/ｲｳｴｵｶｷｸｹ\ufffd,%_>?ｺｻｼｽｾｿﾀﾁﾂ`:#@\'="\ufffdabcdefghiﾃﾄﾅﾆﾇﾈ\ufffdjklmnopqrﾉﾊﾋﾌﾍﾎ\u203e~stuvwxyzﾏﾐﾑ[ﾒﾓ^£¥ﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ]\uff9e\uff9f{ABCDEFGHI\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd}JKLMNOPQR\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\\\ufffdSTUVWXYZ\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd0123456789\ufffd\ufffd\ufffd\ufffd\ufffd', CONTROLS],
  ['cp5123', 1172, 1027, '\u0020\ufffd\uff61\uff62\uff63\uff64\uff65ｦｧｨ¢.<(+|&ｩｪｫｬｭｮｯ\uff70ｱ!$*);¬-/ｲｳｴｵｶｷｸｹ\ufffd,%_>?ｺｻｼｽｾｿﾀﾁﾂ`:#@\'="\ufffdabcdefghiﾃﾄﾅﾆﾇﾈ\ufffdjklmnopqrﾉﾊﾋﾌﾍﾎ\u203e~stuvwxyzﾏﾐﾑ[ﾒﾓ^£¥ﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ]\uff9e\uff9f{ABCDEFGHI\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd}JKLMNOPQR\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\\€STUVWXYZ\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd0123456789\ufffd\ufffd\ufffd\ufffd\ufffd', CONTROLS],
  ['cp833', 1173, 833, '\u0020\ufffd\uffa0\uffa1\uffa2\uffa3\uffa4\uffa5\uffa6\uffa7¢.<(+|&\ufffd\uffa8\uffa9\uffaa\uffab\uffac\uffad\uffae\uffaf!$*);¬-/\uffb0\uffb1\uffb2\uffb3\uffb4\uffb5\uffb6\uffb7¦,%_>?[\ufffd\uffb8\uffb9\uffba\uffbb\uffbc\uffbd\uffbe`:#@\'="]abcdefghi\uffc2\uffc3\uffc4\uffc5\uffc6\uffc7\ufffdjklmnopqr\uffca\uffcb\uffcc\uffcd\uffce\uffcf\u203e~stuvwxyz\uffd2\uffd3\uffd4\uffd5\uffd6\uffd7^\ufffd\\\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\uffda\uffdb\uffdc\ufffd\ufffd\ufffd{ABCDEFGHI\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd}JKLMNOPQR\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\u20a9\ufffdSTUVWXYZ\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd0123456789\ufffd\ufffd\ufffd\ufffd\ufffd', CONTROLS],
  ['cp836', 1174, 836, '\u0020\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd£.<(+|&\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd!¥*);¬-/\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd¦,%_>?\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd`:#@\'="\ufffdabcdefghi\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdjklmnopqr\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd~\u203estuvwxyz\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd^\ufffd\\\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd[]\ufffd\ufffd\ufffd\ufffd{ABCDEFGHI\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd}JKLMNOPQR\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd$\ufffdSTUVWXYZ\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd0123456789\ufffd\ufffd\ufffd\ufffd\ufffd', CONTROLS],
  ['cp28709', 1175, 37, '\u0020\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd¢.<(+|&\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd!$*);¬-/\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd¦,%_>?\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd`:#@\'="\ufffdabcdefghi\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdjklmnopqr\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd~stuvwxyz\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd^\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd[]\ufffd\ufffd\ufffd\ufffd{ABCDEFGHI\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd}JKLMNOPQR\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\\\ufffdSTUVWXYZ\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd0123456789\ufffd\ufffd\ufffd\ufffd\ufffd', CONTROLS],
  ['cp1159', 1175, 37, '\u0020\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd¢.<(+|&\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd!$*);¬-/\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd¦,%_>?\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd`:#@\'="\ufffdabcdefghi\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdjklmnopqr\ufffd\ufffd\ufffd\ufffd\ufffd€\ufffd~stuvwxyz\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd^\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd[]\ufffd\ufffd\ufffd\ufffd{ABCDEFGHI\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd}JKLMNOPQR\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\\\ufffdSTUVWXYZ\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd0123456789\ufffd\ufffd\ufffd\ufffd\ufffd', CONTROLS],
];

export interface DoubleByteVector {
  readonly name: string;
  readonly characterSet: number;
  readonly codePage: number;
  /** How many pairs have a meaning. */
  readonly count: number;
  readonly sample: string;
  /** The sample in the page, by ICU. */
  readonly bytes: string;
  /** Digests of the rows 40 to FE (`digest.ts`), with white space between. */
  readonly rows: string;
}

export const DOUBLE_BYTE_VECTORS: readonly DoubleByteVector[] = [
  {
    name: 'cp930',
    characterSet: 370,
    codePage: 300,
    count: 11635,
    sample: 'A\u65e5\u672c\u8a9e\u306eテスト\u00201',
    bytes: 'c10e4562456648e7449a4394438e43950f40f1',
    rows: `
8794091f bbd7889d 1eab33f6 45bec9b7 19c440a9 97e0e850 3e1518d5 a98f3ae1 024314ff 027d34ac 80bd8d75 ab33343a 
c68c9418 b5cbeca9 217409c0 d969995d 66caef5a eb0e50a2 62887a99 4cbe9eef 8bd1acdc b80b6d34 01162f5b 57ad2b29 
6e071e07 e5bf9cb8 13b61ed1 739aa023 ed7857c7 0c366de3 716df663 0b78dc3c 83c17b8a 05ac7874 0fcb8269 02f7a20d 
b5c6c094 98b74fa1 3431ef7a 8bec9442 42b0aa6e ed745972 f43a20e2 f488c252 765b4642 c1506832 45e3f0a2 c2f70e12 
3c06ee82 0381cb72 6578dec2 98b32252 feecb722 c35ff7b2 10dc5e82 91a6da92 465e2d62 1ce0faf2 0194c2e2 e704a692 
f2b25182 da003c32 30d26922 dc81db52 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5`,
  },
  {
    name: 'cp939',
    characterSet: 370,
    codePage: 300,
    count: 11635,
    sample: 'A\u65e5\u672c\u8a9e\u306eテスト\u00201',
    bytes: 'c10e4562456648e7449a4394438e43950f40f1',
    rows: `
8794091f bbd7889d 1eab33f6 45bec9b7 19c440a9 97e0e850 3e1518d5 a98f3ae1 024314ff 027d34ac 80bd8d75 ab33343a 
c68c9418 b5cbeca9 217409c0 d969995d 66caef5a eb0e50a2 62887a99 4cbe9eef 8bd1acdc b80b6d34 01162f5b 57ad2b29 
6e071e07 e5bf9cb8 13b61ed1 739aa023 ed7857c7 0c366de3 716df663 0b78dc3c 83c17b8a 05ac7874 0fcb8269 02f7a20d 
b5c6c094 98b74fa1 3431ef7a 8bec9442 42b0aa6e ed745972 f43a20e2 f488c252 765b4642 c1506832 45e3f0a2 c2f70e12 
3c06ee82 0381cb72 6578dec2 98b32252 feecb722 c35ff7b2 10dc5e82 91a6da92 465e2d62 1ce0faf2 0194c2e2 e704a692 
f2b25182 da003c32 30d26922 dc81db52 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5`,
  },
  {
    name: 'cp1390',
    characterSet: 370,
    codePage: 300,
    count: 22102,
    sample: 'A\u65e5\u672c\u8a9e\u306eテスト\u00201',
    bytes: 'c10e4562456648e7449a4394438e43950f40f1',
    rows: `
8794091f bbd7889d b5ee3df8 45bec9b7 19c440a9 97e0e850 3e1518d5 a98f3ae1 024314ff 027d34ac 80bd8d75 ab33343a 
c68c9418 b5cbeca9 217409c0 d969995d 66caef5a eb0e50a2 62887a99 4cbe9eef 8bd1acdc b80b6d34 01162f5b 57ad2b29 
6e071e07 e5bf9cb8 13b61ed1 739aa023 ed7857c7 0c366de3 716df663 0b78dc3c 83c17b8a 05ac7874 0fcb8269 02f7a20d 
b5c6c094 98b74fa1 3431ef7a 8bec9442 42b0aa6e ed745972 f43a20e2 f488c252 765b4642 c1506832 45e3f0a2 c2f70e12 
3c06ee82 0381cb72 6578dec2 98b32252 feecb722 c35ff7b2 10dc5e82 91a6da92 465e2d62 1ce0faf2 0194c2e2 e704a692 
f2b25182 da003c32 30d26922 dc81db52 987186c2 07868d72 89365d02 c5599292 3236c5a2 720a2e32 59ba7ac2 1612c652 
a60c52e2 1c6cae23 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 162d83d9 44ce58ae 3cd58f6c ab76edcf 281f05dd 
be0b5538 bf3e026d 7239d888 a55a2a1c b8b82835 5e05de2b a22998c5 d631dbf3 4afb9482 8827be63 8ce9108b aecf2ef1 
eb8a8b5f 448cacc6 3bda07d2 47f3467e 9929f707 1a9d6b77 29b79e4e caa4ab3b 74e09816 9ed9bebc 18bbd929 c0d2a02e 
b683302e af2f8b64 1bee750e 1ec73f29 d0d1435d 15c4be77 6c175636 62a0fcce 6d1dad80 bbc05aaf b2cc01cb e6a1d1c5 
69a6337d cb9bcdf6 302c23e2 6351e8e9 b8e5e90f a19acf27 d3bd7736 2b7fb42c b97ad343 54371587 b9165e81 d8ffe893 
76b7870e b5b64b71 7f7d4646 0f46ccda d2db133a e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5`,
  },
  {
    name: 'cp1399',
    characterSet: 370,
    codePage: 300,
    count: 22102,
    sample: 'A\u65e5\u672c\u8a9e\u306eテスト\u00201',
    bytes: 'c10e4562456648e7449a4394438e43950f40f1',
    rows: `
8794091f bbd7889d b5ee3df8 45bec9b7 19c440a9 97e0e850 3e1518d5 a98f3ae1 024314ff 027d34ac 80bd8d75 ab33343a 
c68c9418 b5cbeca9 217409c0 d969995d 66caef5a eb0e50a2 62887a99 4cbe9eef 8bd1acdc b80b6d34 01162f5b 57ad2b29 
6e071e07 e5bf9cb8 13b61ed1 739aa023 ed7857c7 0c366de3 716df663 0b78dc3c 83c17b8a 05ac7874 0fcb8269 02f7a20d 
b5c6c094 98b74fa1 3431ef7a 8bec9442 42b0aa6e ed745972 f43a20e2 f488c252 765b4642 c1506832 45e3f0a2 c2f70e12 
3c06ee82 0381cb72 6578dec2 98b32252 feecb722 c35ff7b2 10dc5e82 91a6da92 465e2d62 1ce0faf2 0194c2e2 e704a692 
f2b25182 da003c32 30d26922 dc81db52 987186c2 07868d72 89365d02 c5599292 3236c5a2 720a2e32 59ba7ac2 1612c652 
a60c52e2 1c6cae23 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 162d83d9 44ce58ae 3cd58f6c ab76edcf 281f05dd 
be0b5538 bf3e026d 7239d888 a55a2a1c b8b82835 5e05de2b a22998c5 d631dbf3 4afb9482 8827be63 8ce9108b aecf2ef1 
eb8a8b5f 448cacc6 3bda07d2 47f3467e 9929f707 1a9d6b77 29b79e4e caa4ab3b 74e09816 9ed9bebc 18bbd929 c0d2a02e 
b683302e af2f8b64 1bee750e 1ec73f29 d0d1435d 15c4be77 6c175636 62a0fcce 6d1dad80 bbc05aaf b2cc01cb e6a1d1c5 
69a6337d cb9bcdf6 302c23e2 6351e8e9 b8e5e90f a19acf27 d3bd7736 2b7fb42c b97ad343 54371587 b9165e81 d8ffe893 
76b7870e b5b64b71 7f7d4646 0f46ccda d2db133a e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5`,
  },
  {
    name: 'cp933',
    characterSet: 934,
    codePage: 834,
    count: 10757,
    sample: 'A\ud55c\uad6d\uc5b4\u0020\uc2dc\ud5d8\u00201',
    bytes: 'c10ed0658a82b4e10f400eafa1d0f10f40f1',
    rows: `
8794091f 8e041d40 5235400c 094d5a0c be621c17 0f9e1ac8 5d5e48e3 f10319fd c64cdd90 c23a7b4f 5e1c40a5 682caff3 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 57cc1f34 39b87135 d02236cd 9e0d56c0 a8114858 fec845e5 7e59d530 ee8509bb 
df23a9e3 39e6a15d 0720cf00 4e962d70 5db0b5fa 81965bbc 9e8de42e ce3c0693 9a4d6f80 8ba17bd5 ab8db62e d8e7ccef 
8d805e12 4e3b8467 8321a24b dba25b0d c9d6d4dc 9be69310 2af71897 65f54318 6d095013 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 356bff81 c36e8840 0becee74 5a154911 
8955ce3e 86867958 032bff2a e0bd5f44 f52e6a1b bbf21c01 9cd3a43b b8c23c35 a912c53b b1a211f4 3df25a1a ab689b9c 
04e20048 57dd642b 2c2f56f1 6769ace4 82e8278e 33dfee99 d5771c66 f60b1e97 5702f117 6596df37 b33baacb 9481d5d2 
dc17c0f9 435c1865 437863a8 450c6dd0 61ea7f15 3b5eb7f4 665c2211 8f63c92d c4b1c852 0427aac9 9afa1dfd 1f737568 
5ae801f6 23460e93 3c98643c 4995e072 a616f185 5fcd4bea b74ae8d5 c455efc2 bbbaa744 6f25933a d60d0e7f 25233b57 
bdf4a999 a03c65e6 668bc590 b2c83bf4 a32a9d53 19bbf6b5 f6078e03 c39091e9 cc2cda39 eee6e309 812f806e 7c2c0244 
ad287837 ae27b880 c5e0d49c 7d87d826 bcd24953 c33be484 d59c3624 90457409 b2e2a3cb 9f4bdea6 f3b0d3fc 260686c8 
c41d07cf 2fa13b82 810dab9c 60fa8e98 bee958f7 0b1becef 6140f497 152d0d7f 2236d757 a8f9088f e6ffa137 9713667f 
bddf8a77 b60f982f e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5`,
  },
  {
    name: 'cp1364',
    characterSet: 934,
    codePage: 834,
    count: 19551,
    sample: 'A\ud55c\uad6d\uc5b4\u0020\uc2dc\ud5d8\u00201',
    bytes: 'c10ed0658a82b4e10f400eafa1d0f10f40f1',
    rows: `
8794091f 8e041d40 5235400c 094d5a0c be621c17 0f9e1ac8 5d5e48e3 f10319fd c64cdd90 805636ad 5e1c40a5 682caff3 
dc779002 7ebb2941 ed78af42 e6a1d1c5 57cc1f34 39b87135 d02236cd 9e0d56c0 a8114858 fec845e5 7e59d530 ee8509bb 
df23a9e3 39e6a15d 0720cf00 4e962d70 5db0b5fa 81965bbc 9e8de42e ce3c0693 9a4d6f80 8ba17bd5 ab8db62e d8e7ccef 
8d805e12 4e3b8467 8321a24b dba25b0d c9d6d4dc 9be69310 2af71897 65f54318 6d095013 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 356bff81 c36e8840 0becee74 5a154911 
98b80ede a62a0cfd 75ca4f8d ccfb2405 31305345 b2c8852d 0b48c5bd b1cb93e5 f43a90eb b1c5c3cd a3680a7d fcb68845 
d623c050 3257385d 803034ad 4b221225 04bfa2e7 fc28de9d 8447d84d b221f445 06a12696 d491e36d 9f94825d 97b5d625 
31f9da6e 6356ba0d 896e6e1d 4868d2c5 d8e81845 643ebefd 8c58d6ed 3cfe2825 f93709ec 73c4713d 8bbfde8d 23fff945 
39898e6a f9795b6d 2d5610fd 8002a7e5 2fb2c449 99b9704d 0e464c3d 39168805 d48fd3c0 2b81895d a6084d6d fa527625 
a3f0fe57 7eb7911d bc2308cd 41691c05 fd7f5906 d28b60ad efb9275d 44ca7725 e01b90d5 553a4c8d 0803699d 7be1c605 
d6c0508c 6019b8bd 247180ad 6cde68a5 71b868b3 d321427d 394f760d 24fd1c85 25a5cfa2 bda4e4ad f9c7d03d 5f1c35e5 
ab6d30c1 25f7cf4d 78113cfd 4a84a8c5 bee958f7 0b1becef 6140f497 152d0d7f 2236d757 a8f9088f e6ffa137 9713667f 
bddf8a77 b60f982f e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5`,
  },
  {
    name: 'cp935',
    characterSet: 1080,
    codePage: 837,
    count: 9356,
    sample: 'A\u4e2d\u6587\u6d4b\u8bd5\uff0c1',
    bytes: 'c10e5bcf57c349e155d3426b0ff1',
    rows: `
8794091f da57b542 d43c3881 9ec1ea52 31085185 1364e621 9024fdb3 e6a1d1c5 98083414 c68044e4 272c257a 333e5898 
5b0beac5 7a20ad41 d28db360 626cdfd7 e412340c 4a7ffe71 11ed5cd5 68111014 0b20c27e 27868a73 eed2dbf4 23356974 
55303c1b 4d793f79 2753a5f2 c165738f 8406dc1b 79abd129 6b3cd888 03130222 f234fc33 17213805 8dbc2b43 a1aa6e2e 
d94ee442 d3d95738 c3ccafa9 c08bc7f0 5cbc64b1 53ce8656 ac1b35cc 5942cb23 c0167092 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 bee958f7 0b1becef 6140f497 152d0d7f 2236d757 a8f9088f 
e6ffa137 9713667f bddf8a77 b60f982f e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5`,
  },
  {
    name: 'cp1388',
    characterSet: 937,
    codePage: 837,
    count: 32405,
    sample: 'A\u4e2d\u6587\u6d4b\u8bd5\uff0c1',
    bytes: 'c10e5bcf57c349e155d3426b0ff1',
    rows: `
8794091f da57b542 d43c3881 0a64c79e 31085185 77371bf9 80719341 4fd01396 6891d3ab c68044e4 272c257a 333e5898 
5b0beac5 7a20ad41 d28db360 626cdfd7 e412340c 4a7ffe71 11ed5cd5 68111014 0b20c27e 27868a73 eed2dbf4 23356974 
55303c1b 4d793f79 2753a5f2 c165738f 8406dc1b 79abd129 6b3cd888 03130222 f234fc33 17213805 8dbc2b43 a1aa6e2e 
d94ee442 d3d95738 c3ccafa9 c08bc7f0 5cbc64b1 53ce8656 ac1b35cc 5942cb23 c0167092 b7990572 6fc104e2 1b2eaa32 
c4f91fa2 a0205f32 96544ec2 78331c52 fefc05e2 fe6c4aa5 bee958f7 0b1becef 6140f497 152d0d7f 2236d757 a8f9088f 
e6ffa137 9713667f bddf8a77 b60f982f b711edd2 3ff2f7e9 0f9ed793 932b0ec4 13342472 aa99a8e1 a885c95f f4d1bf66 
ca64141f 0ec64340 b1bda6cd 4995b9fa 77e68c40 dcceac0c 17f87eb2 ae962c16 4a3cea90 745471d6 ab6eb2d5 24f1f8d8 
d160793c 3a8ca4b3 02cd0dc7 f013f41b 3a0a6163 4bc856d7 4a126b18 59efd43d 093ac5f2 20ade82c 17dcad8f bad8c878 
2e936da2 f2cebeb3 32ea89cf 39a0d209 815fd327 8e923114 d6119519 77e93638 992f5658 104f0419 62ff499d d21238e7 
cb99f365 183004ec 0e96fa83 4b8754e2 285bf580 5205c1bd 2f2df6ee 85a83629 0368dc81 8f90d3ef 2d3222af c9278e1c 
5ad11398 eb3df47f b5a24a54 b99626f5 987aeaa1 d1006c9e 890e1466 cdd70019 5d9a9383 aa5b1631 0f6f928c 3d4287e0 
08153e54 ce7bb25e 7b1697ba 8b978179 3c390977 bb05c97b 91508f7b f3bea8f8 069e86e0 6753f92a 69833f3b dbe983c9 
9efe59f2 a3ad67c1 f14a7884 d08e93a8 e9ccf364 9e362ced a4980580 a6ba2a8f e690d483 f4918732 4492b74b 743e9022 
e3718812 fc5e9302 6eb597f2 279bd5cc de5446a4 5dd00652 13e8b322 2fedf535 a4bb8940 c2eb4f02 c0c05c54 308ce426 
bd42a56f ec59c37a 426a1b98 fb97f8e1 b18832e2 155767a2 633028b2 6f42734d e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 72de7419 e9246cd2 62a4d812 e6a1d1c5 e6a1d1c5 e26c986b c18ea45f e6a1d1c5 e6a1d1c5`,
  },
  {
    name: 'cp937',
    characterSet: 935,
    codePage: 835,
    count: 20264,
    sample: 'A\u4e2d\u6587\u6e2c\u8a66\uff0c1',
    bytes: 'c10e4c844cc55a615d7c426b0ff1',
    rows: `
8794091f bbd7889d 4a725eea 873eea6d 771db04c 9c091a27 d732fe2d ed5fba4b 56b050f1 48b8f58b e6a1d1c5 e6a1d1c5 
ceac8758 e4575247 a9a04be8 3b9fa615 d467971e e4513a08 db153805 5e515f0c d1469da4 c6af60ae 64a9d10e 5dd8fea3 
5996b9bd 76afd0a6 7da3afce c71ed758 4a12a516 c1e599f9 e42aebac 70a12ba7 33f93c15 715cdbe6 fa851a8c 6525c566 
1a771e39 1f9915ad af878e45 1aa6cd08 0608fb6b 9037538f c176c742 fc7d9014 a68948a1 eae52711 c523cf24 f2e4483f 
88bdd0e1 e69ae98c 049ff593 da4cbb2a 4b7b007d a091c19f 4ce04376 22b15adc edc83955 e3405b62 7eb160fa 7fb61f1b 
080b962a 4d4fe02e 0e592357 b4ecfd46 c43acde2 02152eb7 a0e5e11d cab92ce4 c2f4918a 08724cf3 a8625070 c3e5f407 
d4dfec3e 0705a21a 47808c08 fd76dae4 3cebaec8 cd5df8e1 4a790683 385e2689 99b0eff4 908de7a4 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 bee958f7 0b1becef 
6140f497 152d0d7f 2236d757 a8f9088f e6ffa137 9713667f bddf8a77 b60f982f 6c5b3117 13c516ff 8d429a17 251d800f 
31d84e77 967f027f 89750977 e4c9886f 98366817 d74173ff a02dbe57 e77c430f 31f72637 b8d753ff 4c4debf7 3230ec2f 
b9e76597 0ccbfa7f 57fc4397 b4f4c68f c08db1f7 01dc07ff bed991f7 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5`,
  },
  {
    name: 'cp1371',
    characterSet: 935,
    codePage: 835,
    count: 20265,
    sample: 'A\u4e2d\u6587\u6e2c\u8a66\uff0c1',
    bytes: 'c10e4c844cc55a615d7c426b0ff1',
    rows: `
8794091f bbd7889d 4a725eea 873eea6d 771db04c 9c091a27 d732fe2d f8bb6235 56b050f1 48b8f58b e6a1d1c5 e6a1d1c5 
ceac8758 e4575247 a9a04be8 3b9fa615 d467971e e4513a08 db153805 5e515f0c d1469da4 c6af60ae 64a9d10e 5dd8fea3 
5996b9bd 76afd0a6 7da3afce c71ed758 4a12a516 c1e599f9 e42aebac 70a12ba7 33f93c15 715cdbe6 fa851a8c 6525c566 
1a771e39 1f9915ad af878e45 1aa6cd08 0608fb6b 9037538f c176c742 fc7d9014 a68948a1 eae52711 c523cf24 f2e4483f 
88bdd0e1 e69ae98c 049ff593 da4cbb2a 4b7b007d a091c19f 4ce04376 22b15adc edc83955 e3405b62 7eb160fa 7fb61f1b 
080b962a 4d4fe02e 0e592357 b4ecfd46 c43acde2 02152eb7 a0e5e11d cab92ce4 c2f4918a 08724cf3 a8625070 c3e5f407 
d4dfec3e 0705a21a 47808c08 fd76dae4 3cebaec8 cd5df8e1 4a790683 385e2689 99b0eff4 908de7a4 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 bee958f7 0b1becef 
6140f497 152d0d7f 2236d757 a8f9088f e6ffa137 9713667f bddf8a77 b60f982f 6c5b3117 13c516ff 8d429a17 251d800f 
31d84e77 967f027f 89750977 e4c9886f 98366817 d74173ff a02dbe57 e77c430f 31f72637 b8d753ff 4c4debf7 3230ec2f 
b9e76597 0ccbfa7f 57fc4397 b4f4c68f c08db1f7 01dc07ff bed991f7 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 
e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5 e6a1d1c5`,
  },
];
