import { describe, expect, it } from 'vitest';
import {
  FUNCTIONS,
  HostContention,
  REQUEST_FLAGS,
  restoresKeyboard,
  TerminalContention,
} from '../../src/tn3270e/index.js';

const AGREED = [FUNCTIONS.responses, FUNCTIONS.contentionResolution];
const { sendData, keyboardRestore, signal } = REQUEST_FLAGS;

describe('TerminalContention', () => {
  it('[TNE-130] without the function the terminal may always send', () => {
    const machine = new TerminalContention([FUNCTIONS.responses]);
    expect(machine.dataReceived(0)).toEqual([]);
    expect(machine.bound()).toEqual([]);
    expect(machine.unbound()).toEqual([]);
    expect(machine.bidReceived(0, false)).toEqual([]);
    expect(machine.maySend('data3270')).toBe(true);
    expect(machine.state).toBe('off');
  });

  it('[TNE-131] SEND-DATA gives the right, a record without it takes it away', () => {
    const machine = new TerminalContention(AGREED);
    expect(machine.maySend('data3270')).toBe(false);
    expect(machine.dataReceived(sendData)).toEqual(['allow']);
    expect(machine.maySend('data3270')).toBe(true);
    expect(machine.dataReceived(sendData | keyboardRestore)).toEqual(['allow']);
    expect(machine.dataReceived(keyboardRestore)).toEqual(['inhibit']);
    expect(machine.maySend('data3270')).toBe(false);
    expect(machine.dataReceived(0)).toEqual([]);
  });

  it('[TNE-131] a BIND begins without the right', () => {
    const machine = new TerminalContention(AGREED);
    machine.dataReceived(sendData);
    expect(machine.bound()).toEqual(['inhibit']);
    expect(machine.maySend('data3270')).toBe(false);
    machine.dataReceived(sendData);
    expect(machine.unbound()).toEqual(['inhibit']);
    expect(machine.unbound()).toEqual([]);
  });

  it('[TNE-135] KEYBOARD-RESTORE is told apart from SEND-DATA', () => {
    expect([0, 1, 2, 3, 4, 6, 7].map(restoresKeyboard)).toEqual([
      false,
      false,
      true,
      true,
      false,
      true,
      true,
    ]);
  });

  it('[TNE-137] SEND-DATA is for 3270 mode only', () => {
    const machine = new TerminalContention(AGREED);
    expect(machine.maySend('sscpLu')).toBe(true);
    expect(machine.maySend('nvt')).toBe(true);
    expect(machine.maySend('data3270')).toBe(false);
  });

  it('[TNE-138] as recorded: BIND, BID, then a screen with SEND-DATA and KEYBOARD-RESTORE', () => {
    const machine = new TerminalContention(AGREED);
    expect(machine.bound()).toEqual(['inhibit']);
    expect(machine.bidReceived(0, false)).toEqual(['accept', 'inhibit']);
    expect(machine.dataReceived(3)).toEqual(['allow']);
  });

  it('[TNE-140] [TNE-141] accepts a BID, or refuses it and keeps the right while input is buffered', () => {
    const machine = new TerminalContention(AGREED);
    machine.dataReceived(sendData);
    expect(machine.bidReceived(0, true)).toEqual(['reject']);
    expect(machine.maySend('data3270')).toBe(true);
    expect(machine.bidReceived(0, false)).toEqual(['accept', 'inhibit']);
    expect(machine.maySend('data3270')).toBe(false);
    expect(machine.bidReceived(0, true)).toEqual(['reject']);
  });

  it('[TNE-143] a BID with SIGNAL is accepted always; with the right, one AID may go first', () => {
    const machine = new TerminalContention(AGREED);
    machine.dataReceived(sendData);
    expect(machine.bidReceived(signal, true)).toEqual(['flush', 'accept', 'inhibit']);
    expect(machine.bidReceived(signal, true)).toEqual(['accept', 'inhibit']);
  });

  it('restores a state and refuses one that is none', () => {
    const machine = new TerminalContention(AGREED);
    machine.restore('sending');
    expect(machine.maySend('data3270')).toBe(true);
    expect(() => machine.restore('toString' as 'off')).toThrow(
      expect.objectContaining({ code: 'snapshot-invalid' }),
    );
  });
});

describe('HostContention', () => {
  const forbidden = expect.objectContaining({ code: 'state-forbids' });

  it('[TNE-130] without the function there is no SEND-DATA and no BID', () => {
    const machine = new HostContention([]);
    expect(() => machine.sendData(sendData)).toThrow(forbidden);
    expect(() => machine.sendBid()).toThrow(forbidden);
    machine.sendData(0);
    expect(machine.dataReceived()).toEqual([]);
    expect(machine.state).toBe('off');
  });

  it('[TNE-145] sends no BID while it may send anyway, and nothing before a BID is answered', () => {
    const machine = new HostContention(AGREED);
    machine.sendData(0);
    expect(() => machine.sendBid()).toThrow(forbidden);
    machine.sendData(sendData);
    machine.sendBid();
    expect(() => machine.sendBid()).toThrow(forbidden);
    expect(() => machine.sendData(0)).toThrow(forbidden);
    expect(() => machine.sendData(sendData)).toThrow(forbidden);
    expect(machine.bidAnswered(true)).toEqual(['accepted']);
    machine.sendData(sendData);
    expect(machine.state).toBe('terminal');
  });

  it('[TNE-141] a refused BID leaves the send state as it was', () => {
    const machine = new HostContention(AGREED);
    machine.sendBid();
    expect(machine.bidAnswered(false)).toEqual(['rejected']);
    expect(machine.state).toBe('contention');
    machine.sendData(sendData);
    machine.sendBid();
    expect(machine.bidAnswered(false)).toEqual(['rejected']);
    expect(machine.state).toBe('terminal');
  });

  it('[TNE-142] data that crosses a BID is its rejection, and the response is discarded', () => {
    for (const before of [0, sendData]) {
      const machine = new HostContention(AGREED);
      if (before === sendData) machine.sendData(sendData);
      machine.sendBid();
      expect(machine.dataReceived()).toEqual(['discard', 'rejected']);
      expect(machine.state).toBe('host');
      expect(machine.bidAnswered(true)).toEqual([]);
    }
  });

  it('input ends the right of the terminal; BIND and UNBIND begin anew', () => {
    const machine = new HostContention(AGREED);
    machine.sendData(sendData);
    expect(machine.dataReceived()).toEqual([]);
    expect(machine.state).toBe('host');
    expect(machine.sendUnbind()).toEqual([]);
    expect(machine.sendBind()).toEqual([]);
    expect(machine.state).toBe('contention');
    machine.sendBid();
    expect(machine.sendUnbind()).toEqual(['discard']);
    machine.sendBid();
    expect(machine.sendBind()).toEqual(['discard']);
  });

  it('restores a state and refuses one that is none', () => {
    const machine = new HostContention(AGREED);
    machine.restore('biddingAgainstTerminal');
    expect(machine.bidAnswered(false)).toEqual(['rejected']);
    expect(() => machine.restore('x' as 'off')).toThrow(
      expect.objectContaining({ code: 'snapshot-invalid' }),
    );
  });
});
