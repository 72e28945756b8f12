/**
 * The commands of the 3270 data stream: the first byte of an outbound record. Every command has a local code and
 * an SNA code, and both are valid in every session (DS-001 to DS-011).
 */
export const COMMANDS = {
  write: { local: 0x01, sna: 0xf1 },
  eraseWrite: { local: 0x05, sna: 0xf5 },
  eraseWriteAlternate: { local: 0x0d, sna: 0x7e },
  readBuffer: { local: 0x02, sna: 0xf2 },
  readModified: { local: 0x06, sna: 0xf6 },
  readModifiedAll: { local: 0x0e, sna: 0x6e },
  eraseAllUnprotected: { local: 0x0f, sna: 0x6f },
  writeStructuredField: { local: 0x11, sna: 0xf3 },
  /** Has a local code only. */
  noOperation: { local: 0x03, sna: 0x03 },
} as const;

/** Name of a command, such as `eraseWrite`. */
export type CommandName = keyof typeof COMMANDS;

/** The commands that answer with what stands in the buffer. */
export type ReadCommand = 'readBuffer' | 'readModified' | 'readModifiedAll';

const COMMAND_BY_CODE: readonly (CommandName | undefined)[] = /* @__PURE__ */ indexCommands();

function indexCommands(): (CommandName | undefined)[] {
  const names = new Array<CommandName | undefined>(256).fill(undefined);
  for (const [name, { local, sna }] of Object.entries(COMMANDS)) {
    names[local] = name as CommandName;
    names[sna] = name as CommandName;
  }
  return names;
}

/**
 * The command that a byte stands for, in either code.
 * @param code - 0..255
 * @returns undefined for a byte that is no command, BSC Copy (F7) included (DS-010, DS-012).
 */
export function commandOf(code: number): CommandName | undefined {
  return COMMAND_BY_CODE[code];
}
