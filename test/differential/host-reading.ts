import { fromHex, toHex } from '../../src/bytes/index.js';
import { buildInbound, parseInbound } from '../../src/datastream/index.js';
import type { Outcome } from './compare.js';
import type { Device } from './sides/device.data.js';

/** Data type, request flag, response flag and sequence number. */
const HEADER_BYTES = 5;

/**
 * Reads what s3270 sent as a host does, whole and cut at a place that the record itself chooses. What is read can be
 * built again and is then the same; what cannot be read is reported.
 *
 * @throws Error when neither is so
 */
export function readAsHost({ theirs }: Outcome, device: Device): void {
  const positionCount = theirs.look.cells.length;
  for (const reply of theirs.replies) {
    const record = fromHex(reply).subarray(device.dialect === 'tn3270e' ? HEADER_BYTES : 0);
    const cut = record.subarray(0, (record[2] ?? 0) % (record.length + 1));
    for (const bytes of [record, cut]) {
      const { record: read, faults } = parseInbound(bytes, { positionCount });
      if (read === undefined) {
        if (faults.length === 0 && bytes.length > 0)
          throw new Error(`not read, and no fault: ${toHex(bytes)}`);
      } else if (faults.length === 0 && toHex(buildInbound(read, positionCount)) !== toHex(bytes)) {
        throw new Error(`read and built again it is another record: ${toHex(bytes)}`);
      }
    }
  }
}
