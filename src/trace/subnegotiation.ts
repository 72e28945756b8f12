import { printable, toHex } from '../bytes/index.js';
import {
  type EnvironmentItem,
  OPTION_NAMES,
  OPTIONS,
  parseEnvironment,
  parseWindowSize,
  REGIME_COMMANDS,
  TERMINAL_TYPE_COMMANDS,
} from '../telnet/index.js';
import {
  FUNCTION_NAMES,
  type NegotiationMessage,
  parseNegotiation,
  REJECT_REASON_NAMES,
} from '../tn3270e/index.js';
import { count, nameOf, type Sender, type Words } from './dissected.js';
import { PUBLIC_VARIABLES } from './options.data.js';

/** A subnegotiation in words. @param body - what stands behind the option byte, 255 not doubled */
export function subnegotiationInWords(sender: Sender, option: number, body: Uint8Array): Words {
  const { text, meaning } = bodyInWords(sender, option, body) ?? { text: `malformed: ${sample(body)}` };
  const framed = `IAC SB ${OPTION_NAMES.get(option) ?? option} ${text} IAC SE`;
  return meaning === undefined ? { text: framed } : { text: framed, meaning };
}

/** Undefined when the body does not follow the option's form. */
function bodyInWords(sender: Sender, option: number, body: Uint8Array): Words | undefined {
  switch (option) {
    case OPTIONS.startTls:
      return body.length === 1 && body[0] === 1
        ? { text: 'FOLLOWS', meaning: `the ${sender}'s last bytes in the clear: TLS follows them` }
        : undefined;
    case OPTIONS.tn3270e:
      return tn3270eInWords(sender, body);
    case OPTIONS.terminalType:
      return terminalTypeInWords(body);
    case OPTIONS.newEnvironment:
      return environmentInWords(body);
    case OPTIONS.windowSize: {
      const size = parseWindowSize(body);
      return size.type === 'windowSize'
        ? { text: `${size.columns} ${size.rows}`, meaning: `${size.columns} columns, ${size.rows} rows` }
        : undefined;
    }
    case OPTIONS.regime3270:
      return regimeInWords(body);
    default:
      return { text: sample(body) };
  }
}

function terminalTypeInWords(body: Uint8Array): Words | undefined {
  if (body[0] === TERMINAL_TYPE_COMMANDS.send && body.length === 1)
    return { text: 'SEND', meaning: "the host asks for the terminal's type" };
  return body[0] === TERMINAL_TYPE_COMMANDS.is
    ? { text: `IS ${printable(body.subarray(1))}`, meaning: 'what the terminal is' }
    : undefined;
}

function regimeInWords(body: Uint8Array): Words | undefined {
  if (body[0] === REGIME_COMMANDS.are) return { text: `ARE ${printable(body.subarray(1))}` };
  return body[0] === REGIME_COMMANDS.is ? { text: `IS ${printable(body.subarray(1))}` } : undefined;
}

function environmentInWords(body: Uint8Array): Words | undefined {
  const message = parseEnvironment(body);
  if (message.type !== 'environmentMessage') return undefined;
  const items = message.items.map(variableInWords);
  const text = [message.command.toUpperCase(), ...items].join(' ');
  const who = message.command === 'send' ? 'asked for' : 'told';
  const named = message.items.length === 0 ? 'all variables' : count(message.items.length, 'variable');
  return {
    text,
    meaning: message.command === 'is' && items.length === 0 ? 'no variables told' : `${named} ${who}`,
  };
}

function variableInWords({ kind, name, value }: EnvironmentItem): string {
  const shown = printable(name);
  const head = `${kind === 'variable' ? 'VAR' : 'USERVAR'}${shown === '' ? '' : ` ${shown}`}`;
  if (value === undefined) return head;
  return `${head} VALUE ${PUBLIC_VARIABLES.has(shown) ? printable(value) : `(${count(value.length, 'byte')})`}`;
}

function tn3270eInWords(sender: Sender, body: Uint8Array): Words | undefined {
  const { message } = parseNegotiation(body);
  return message === undefined ? undefined : messageInWords(sender, message);
}

function messageInWords(sender: Sender, message: NegotiationMessage): Words {
  switch (message.type) {
    case 'sendDeviceType':
      return { text: 'SEND DEVICE-TYPE', meaning: 'the host asks which device the terminal wants' };
    case 'deviceTypeRequest': {
      const { deviceType, resourceName, associate } = message;
      const wanted =
        resourceName === undefined ? '' : `${associate ? ' ASSOCIATE' : ' CONNECT'} ${resourceName}`;
      const meaning =
        resourceName === undefined
          ? 'the terminal asks for any device of this type'
          : associate
            ? `the printer asks for the partner of ${resourceName}`
            : `the terminal asks for the device ${resourceName}`;
      return { text: `DEVICE-TYPE REQUEST ${deviceType}${wanted}`, meaning };
    }
    case 'deviceTypeIs': {
      const { deviceType, deviceName } = message;
      return deviceName === undefined
        ? { text: `DEVICE-TYPE IS ${deviceType}`, meaning: 'the host grants a device' }
        : {
            text: `DEVICE-TYPE IS ${deviceType} CONNECT ${deviceName}`,
            meaning: `the host grants the device ${deviceName}`,
          };
    }
    case 'deviceTypeReject': {
      const reason = message.reason === undefined ? 'no reason' : nameOf(REJECT_REASON_NAMES, message.reason);
      return { text: `DEVICE-TYPE REJECT REASON ${reason}`, meaning: 'the host grants no such device' };
    }
    case 'functionsRequest':
      return {
        text: `FUNCTIONS REQUEST ${functionsInWords(message.functions)}`,
        meaning: `the ${sender} proposes these functions`,
      };
    case 'functionsIs':
      return {
        text: `FUNCTIONS IS ${functionsInWords(message.functions)}`,
        meaning: `the ${sender} agrees: these functions are in force`,
      };
  }
}

function functionsInWords(functions: readonly number[]): string {
  if (functions.length === 0) return '(none)';
  return functions.map((code) => nameOf(FUNCTION_NAMES, code)).join(' ');
}

/** Bytes in hex, the first 16 of them. */
function sample(body: Uint8Array): string {
  return `${toHex(body.subarray(0, 16)).toUpperCase()}${body.length > 16 ? '...' : ''}`;
}
