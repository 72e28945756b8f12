/* ---- the gate: TERMINAL_TLS_TABLE and HOST_TLS_TABLE */

inline startUpgrade() {
  tlsUnasked = tlsUnasked || claims(clearOnly) || stage[e] != NONE;
  forgetHeld();
  setMode(TLS_PENDING);
  stage[e] = PENDING;
  if
  :: e == TERMINAL -> put(M_clientHello)
  :: else -> skip
  fi
}

#define ofStartTls(x) (1 + V_##x)

/* Messages of START_TLS: a command in `say`, then FOLLOWS. */
inline sayStartTls() {
  say = 0;
  if
  :: effect == E_sendWill || effect == E_sendWillFollows -> say = ofStartTls(will)
  :: effect == E_sendWont -> say = ofStartTls(wont)
  :: effect == E_sendDo -> say = ofStartTls(do)
  :: effect == E_sendDont -> say = ofStartTls(dont)
  :: else -> skip
  fi;
  if
  :: say -> sendTelnet(say)
  :: else -> skip
  fi;
  if
  :: effect == E_sendFollows || effect == E_sendWillFollows -> sendTelnet(M_follows); setMode(TLS_PENDING)
  :: else -> skip
  fi
}

inline carryOut() {
  handled = 0;
  hostInput = NO_INPUT;
  if
  :: effect >= E_CLOSE ->
    effect = effect - E_CLOSE;
    effect = (effect == D_ENDED && (mode[e] == NEGOTIATING || negotiationTimer[e]) -> D_PEER_CLOSED : effect);
    finish(effect)
  :: effect == E_pass ->
    clearData = clearData ||
      (stage[e] != UP && claims(secureOnly) && (kind(message) == K_data || kind(message) == K_tls));
    handling[0] = message;
    handled = 1
  :: effect == E_hold && kind(message) != K_negotiation -> handling[0] = message; handled = 1
  :: effect == E_hold && kind(message) == K_negotiation ->
    if
    :: heldCount[e] < HELD -> held[e * HELD + heldCount[e]] = message; heldCount[e]++
    :: else -> overflow = 1
    fi
  :: effect == E_releaseHeld ->
    do
    :: handled < heldCount[e] -> handling[handled] = held[e * HELD + handled]; handled++
    :: else -> break
    od;
    forgetHeld()
  :: effect == E_openTelnet && e == HOST ->
    begin();
    hostInput = (classic[protocol * 2 + HOST] -> N_openWithoutTn3270e : N_open)
  :: effect == E_upgradeNegotiated || effect == E_upgradeImplicit || effect == E_upgradeSniffed ->
    tlsUnagreed = tlsUnagreed ||
      (effect == E_upgradeNegotiated && (mode[e] != TLS_PENDING || input != IN(follows)));
    startUpgrade()
  :: effect == E_startAfresh -> forgetNegotiation(); begin()
  :: else -> sayStartTls()
  fi;
  handleAt = 0;
  do
  :: hostInput != NO_INPUT -> stepHost()
  :: hostInput == NO_INPUT && handleAt < handled && !ended[e] ->
    token = handling[handleAt];
    handleAt++;
    take()
  :: else -> break
  od
}

/* All of `todo`, and then the timer of the state. */
inline carryOutAll() {
  todoAt = 0;
  do
  :: todoAt < STEPS && !ended[e] -> effect = todo[todoAt]; carryOut(); todoAt++
  :: else -> break
  od;
  if
  :: moved && !ended[e] ->
    if
    :: gateTimed[(e == TERMINAL -> 0 : HOST_STATES) + gate[e]] -> gateTimer[e] = 1
    :: else ->
      if
      :: gate[e] == IN(closed) -> skip
      :: else -> begin()
      fi
    fi
  :: else -> skip
  fi
}

/* Goes where a cell leads, and notes what is to be done. */
inline goBy() {
  moved = gateNext[cell] != gate[e];
  gate[e] = gateNext[cell];
  at = 0;
  do
  :: at < STEPS -> todo[at] = gateSteps[cell * STEPS + at]; at++
  :: else -> break
  od
}

inline stepGate() {
  if
  :: input == NO_INPUT -> skip
  :: else ->
    cell = (e == TERMINAL -> gate[e] * T_INPUTS : HOST_CELLS + gate[e] * H_INPUTS) + input;
    goBy();
    gateTimer[e] = (moved -> 0 : gateTimer[e]);
    carryOutAll()
  fi
}

/* The first cell of the policy. */
inline startGate() {
  cell = START_CELLS + e * POLICIES + policy[e];
  goBy();
  moved = 1;
  input = NO_INPUT;
  message = 0;
  carryOutAll()
}
