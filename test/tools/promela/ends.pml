/* How the two ends of a connection act by the tables above; a table of it all stands in docs/explorer.md. One process takes one
 * d_step for each transition. `e` is the end that acts; what is hidden is worked with inside a step and means nothing after it. */

#define TERMINAL 0
#define HOST 1

/* stages of the double of TLS */
#define NONE 0
#define PENDING 1
#define ANSWERED 2
#define UP 3

/* modes; from NVT on something is agreed */
#define NEGOTIATING 0
#define TLS_PENDING 1
#define NVT 2
#define TN3270 3
#define TN3270E 4

/* sides of an option, changes of one */
#define LOCAL 0
#define REMOTE 1

/* ---- the state */

byte gate[2], stage[2], mode[2], ended[2], gateTimer[2], begun[2], negotiationTimer[2], heard[2];
byte textSeen, shown, typed, negotiation, collector, named;
byte heldCount[2], held[HELD_SLOTS], options[OPTION_SLOTS];
chan wire[2] = [SLOTS] of { byte };
byte attacks, cut;

/* ---- what lasts no longer than a step, and what never changes */

hidden byte e, m, seen, message, token, input, moved, joined, again, told, hello, overflow;
hidden byte second, rotated, turn, scrap;
hidden byte effect, at, todo[STEPS], todoAt, handling[HANDLED], handled, handleAt;
hidden short cell;
hidden byte slot, option, verb, side, change, optionInput, optionAt, newMode, asked, bothSides, say;
hidden byte hostState, hostInput, hostLater, hostAt, collectorInput, collectorAt;
hidden byte policy[2], protocol, allAttacks;
hidden byte deadlock, endUnnoticed, disagreement, clearBytes, clearSession, clearData, clearInTls;
hidden byte sentWhilePending, tlsUnasked, tlsUnagreed;

#define other (1 - e)
#define agreed(x) (mode[x] >= NVT)
#define isOn(x, s, o) (options[(x) * SIDES + (s) * OPTIONS + (o)] == Q_yes)
#define bothWays(x, o) (isOn(x, LOCAL, o) && isOn(x, REMOTE, o))
#define records(x) (bothWays(x, O_endOfRecord) && bothWays(x, O_binary))
#define IN(name) (e == TERMINAL -> T_##name : H_##name)
#define kind(x) kindOf[x]
#define claims(x) x[e * POLICIES + policy[e]]

/* ---- sending, ending, timers */

inline put(message) {
  if
  :: ended[other] -> skip
  :: !ended[other] && len(wire[other]) >= ((message) == M_fin -> SLOTS : CAPACITY) -> overflow = 1
  :: else -> wire[other] ! (message)
  fi
}

inline sendTelnet(message) {
  sentWhilePending = sentWhilePending || stage[e] == PENDING || stage[e] == ANSWERED || mode[e] == TLS_PENDING;
  clearBytes = clearBytes ||
    (stage[e] != UP && claims(secureOnly) && (claims(sayingNothing) || !mayBeClear[e * MESSAGES + (message)]));
  put((message) + (stage[e] == UP -> SEALED : 0))
}

inline forgetOptions() {
  at = 0;
  do
  :: at < SIDES -> options[e * SIDES + at] = 0; at++
  :: else -> break
  od
}

inline forgetHeld() {
  heldCount[e] = 0;
  at = 0;
  do
  :: at < HELD -> held[e * HELD + at] = 0; at++
  :: else -> break
  od
}

inline forgetNegotiation() {
  forgetHeld();
  forgetOptions();
  heard[e] = 0;
  begun[e] = 0;
  mode[e] = NEGOTIATING;
  if
  :: e == TERMINAL -> textSeen = 0; shown = 0
  :: else -> negotiation = 0; collector = 0; named = 0
  fi
}

inline forgetEnd() {
  forgetNegotiation();
  gate[e] = 0;
  stage[e] = NONE;
  gateTimer[e] = 0;
  negotiationTimer[e] = 0;
  if
  :: e == TERMINAL -> typed = 0
  :: else -> skip
  fi;
  do
  :: len(wire[e]) > 0 -> wire[e] ? scrap
  :: else -> break
  od
}

inline finish(code) {
  forgetEnd();
  ended[e] = (code);
  put(M_fin)
}

inline begin() {
  if
  :: !begun[e] -> begun[e] = 1; negotiationTimer[e] = 1
  :: else -> skip
  fi
}

inline setMode(new) {
  if
  :: new == NEGOTIATING && agreed(e) && !negotiationTimer[e] -> negotiationTimer[e] = 1; begun[e] = 1
  :: new == TLS_PENDING -> negotiationTimer[e] = 0
  :: new >= NVT ->
    begun[e] = 1;
    negotiationTimer[e] = 0;
    clearSession = clearSession || (claims(secureOnly) && stage[e] != UP)
  :: else -> skip
  fi;
  mode[e] = new
}

/* ---- options: OPTION_TABLE for one side of one option */

inline stepOption() {
  slot = e * SIDES + side * OPTIONS + option;
  cell = options[slot] * Q_INPUTS + optionInput;
  options[slot] = optionNext[cell];
  change = 0;
  optionAt = 0;
  do
  :: optionAt < STEPS ->
    effect = optionSteps[cell * STEPS + optionAt];
    verb = 4;
    if
    :: effect == Q_sendYes -> verb = (side == LOCAL -> V_will : V_do)
    :: effect == Q_sendNo -> verb = (side == LOCAL -> V_wont : V_dont)
    :: effect == Q_enabled || effect == Q_disabled || effect == Q_refused -> change = effect
    :: else -> skip
    fi;
    if
    :: verb < 4 -> sendTelnet(1 + option * 4 + verb)
    :: else -> skip
    fi;
    optionAt++
  :: else -> break
  od
}

/* What the peer says of an option: `token` is a negotiation. */
inline receiveOption() {
  option = (token - 1) / 4;
  verb = (token - 1) % 4;
  if
  :: e == TERMINAL && verb == V_wont && option == O_tn3270e && isOn(e, LOCAL, option) -> verb = V_dont
  :: else -> skip
  fi;
  side = ((verb == V_will || verb == V_wont) -> REMOTE : LOCAL);
  slot = e * SIDES + side * OPTIONS + option;
  if
  :: verb == V_wont || verb == V_dont -> optionInput = Q_withdraw
  :: (verb == V_will || verb == V_do) && options[slot] == Q_no &&
    (!agrees[slot] || (option == O_tn3270e && classic[protocol * 2 + e])) -> optionInput = Q_offerRefused
  :: else -> optionInput = Q_offerAgreed
  fi;
  stepOption()
}
