import { cp037, decodeText, encodeText } from '../src/codepage/index.js';
import {
  AIDS,
  buildScreen,
  buildWriteStructuredField,
  geometryFromReplies,
  type QueryReply,
  type ReadModifiedRecord,
  type ScreenDescription,
} from '../src/datastream/index.js';
import {
  FUNCTIONS,
  type HostEvent,
  type HostSession,
  type InboundRecord,
  type Mode,
  type ScreenSize,
} from '../src/index.js';
import { coloursScreen, INPUT, loginScreen, menuScreen, monochrome, sessionScreen } from './demo-screens.js';

type Page = 'login' | 'menu' | 'session' | 'colours';

const MODEL_2: ScreenSize = { rows: 24, columns: 80 };
/** Modes in which a host may write screens. */
const SCREEN_MODES: readonly Mode[] = ['tn3270', 'tn3270e', 'sscpLu'];
/** Where PF3 leads to; from the login screen it leads out. */
const BACK = { menu: 'login', session: 'menu', colours: 'menu' } as const;

/**
 * The application of the demonstration host: login, menu, two pages. It is given each event of its session, and acts on
 * the session; who pumps the session is none of its business.
 */
export class DemoApplication {
  readonly #session: HostSession;
  #page: Page = 'login';
  #user = '';
  #alternateSize: ScreenSize = MODEL_2;
  #colours = false;
  /** SYSREQ was pressed: the terminal talks to the SSCP-LU session. */
  #outside = false;

  constructor(session: HostSession) {
    this.#session = session;
  }

  handle(event: HostEvent): void {
    // A terminal may press ATTN before it has a session, or leave 3270 at any time: then there is nothing to show anything on.
    if (event.type !== 'negotiated' && !SCREEN_MODES.includes(this.#session.mode)) return;
    switch (event.type) {
      case 'negotiated':
        this.#begin(event.protocol);
        break;
      case 'inbound':
        this.#inbound(event.record);
        break;
      case 'attention':
        this.#show('');
        break;
      case 'systemRequest':
        this.#systemRequest();
        break;
      case 'sscpLuInput':
        this.#outsideInput(event.text);
        break;
    }
  }

  /** Terminals with extended attributes say by themselves what they can do. */
  #begin(protocol: 'tn3270e' | 'tn3270' | 'nvt'): void {
    const session = this.#session;
    if (protocol === 'nvt') {
      session.sendText('This host has screens for 3270 terminals only. Good-bye.\r\n');
      session.close('the terminal is no 3270');
      return;
    }
    this.#alternateSize = session.alternateSize ?? MODEL_2;
    if (session.extended) session.write(buildWriteStructuredField([{ type: 'query' }], MODEL_2));
    else this.#go('login');
  }

  #inbound(record: InboundRecord): void {
    if (record.type === 'structuredFields') {
      this.#replies(record.fields.flatMap((field) => (field.type === 'queryReply' ? [field.reply] : [])));
    } else if (record.type === 'readModified') {
      if (record.aid === AIDS.pf3 || record.aid === AIDS.pf15) this.#back();
      else if (record.aid === AIDS.enter) this.#enter(record);
      else this.#show('This key has no function here.');
    } else {
      this.#show(''); // CLEAR and the PA keys: the screen again
    }
  }

  #replies(replies: readonly QueryReply[]): void {
    this.#colours = replies.some(showsColours);
    this.#alternateSize = geometryFromReplies(replies).alternateSize;
    this.#go('login');
  }

  #enter(record: ReadModifiedRecord): void {
    if (this.#page === 'login') {
      this.#user = this.#typed(record, INPUT.user) || this.#user;
      if (this.#user === '') this.#show('Type a user name.');
      else if (this.#typed(record, INPUT.password) === '') this.#show('Type a password; any will do.');
      else this.#go('menu');
    } else if (this.#page === 'menu') {
      const selection = this.#typed(record, INPUT.selection).toUpperCase();
      if (selection === '1') this.#go('session');
      else if (selection === '2') this.#go('colours');
      else if (selection === 'X') this.#back();
      else
        this.#show(selection === '' ? 'Type the number of your choice.' : `There is no choice ${selection}.`);
    } else {
      this.#show('');
    }
  }

  /** What stands in a field that was typed into; an empty string when it was left alone. */
  #typed(record: ReadModifiedRecord, { row, column }: { row: number; column: number }): string {
    const columns = this.#page === 'login' ? MODEL_2.columns : this.#alternateSize.columns;
    const address = (row - 1) * columns + column - 1;
    const field = record.fields.find((typed) => typed.address === address);
    return field === undefined ? '' : decodeText(cp037, field.bytes).trim();
  }

  #back(): void {
    if (this.#page === 'login') {
      this.#leave();
      return;
    }
    const from = this.#page;
    const user = this.#user;
    if (from === 'menu') this.#user = '';
    this.#go(BACK[from], from === 'menu' ? `${user} has logged off.` : '');
  }

  #leave(): void {
    this.#session.close('the user has left');
  }

  #go(page: Page, message = ''): void {
    this.#page = page;
    this.#show(message);
  }

  #show(message: string): void {
    const screen = this.#screen(message);
    this.#session.write(buildScreen(this.#colours ? screen : monochrome(screen), cp037), {
      response: 'always',
    });
  }

  #screen(message: string): ScreenDescription {
    switch (this.#page) {
      case 'login':
        return loginScreen(this.#session, message, this.#user);
      case 'menu':
        return menuScreen(this.#session, this.#alternateSize, this.#user, message);
      case 'session':
        return sessionScreen(this.#session, this.#alternateSize);
      case 'colours':
        return coloursScreen(this.#session, this.#alternateSize);
    }
  }

  /** SYSREQ leads out of the application, to the SSCP-LU session, and back (RFC 2355 §10.5). */
  #systemRequest(): void {
    this.#outside = !this.#outside && this.#session.functions.includes(FUNCTIONS.sysreq);
    if (this.#outside) this.#session.sendSscpLu(encodeText(cp037, 'LOGOFF ends, SYSREQ goes back ==> '));
    else this.#show('');
  }

  #outsideInput(text: string): void {
    if (text.trim().toUpperCase() === 'LOGOFF') this.#leave();
    else this.#session.sendSscpLu(encodeText(cp037, 'Type LOGOFF, or press SYSREQ ==> '));
  }
}

/** A monochrome terminal lists the colours too, but shows none of them. */
function showsColours(reply: QueryReply): boolean {
  return reply.type === 'color' && reply.pairs.some(({ value, action }) => value !== 0 && action !== 0);
}
