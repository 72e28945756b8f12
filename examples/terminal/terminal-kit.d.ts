/** The part of terminal-kit that the example uses. */
declare module 'terminal-kit' {
  export interface CellAttributes {
    readonly color?: number | 'default';
    readonly bgColor?: number | 'default';
    readonly bold?: boolean;
    readonly underline?: boolean;
    readonly inverse?: boolean;
    readonly blink?: boolean;
  }

  export interface Terminal {
    readonly width: number;
    readonly height: number;
    grabInput(on: boolean, safe?: boolean): Promise<void>;
    fullscreen(on: boolean): void;
    hideCursor(hide?: boolean): void;
    bell(): void;
    asyncCleanup(): Promise<void>;
    on(
      event: 'key',
      listener: (name: string, matches: readonly string[], data: { isCharacter: boolean }) => void,
    ): void;
    on(event: 'unknown', listener: (bytes: Buffer) => void): void;
    on(event: 'resize', listener: (width: number, height: number) => void): void;
  }

  export class ScreenBuffer {
    constructor(options: { readonly dst: Terminal; readonly width: number; readonly height: number });
    readonly width: number;
    readonly height: number;
    fill(options: { readonly char: string; readonly attr: CellAttributes }): void;
    put(
      options: { readonly x: number; readonly y: number; readonly attr: CellAttributes },
      text: string,
    ): void;
    moveTo(x: number, y: number): void;
    draw(options?: { readonly delta?: boolean }): void;
    drawCursor(): void;
  }

  const terminalKit: { readonly terminal: Terminal; readonly ScreenBuffer: typeof ScreenBuffer };
  export default terminalKit;
}
