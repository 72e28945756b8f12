/* ---- the terminal above its gate */

inline followMode() {
  if
  :: isOn(e, LOCAL, O_tn3270e) -> newMode = TN3270E
  :: !isOn(e, LOCAL, O_tn3270e) && records(e) && isOn(e, LOCAL, O_terminalType) -> newMode = TN3270
  :: else -> newMode = (textSeen -> NVT : NEGOTIATING)
  fi;
  if
  :: newMode != mode[e] -> setMode(newMode)
  :: else -> skip
  fi
}

/* ---- the host above its gate: HOST_NEGOTIATION_TABLE, TERMINAL_TYPE_COLLECTOR_TABLE */

inline stepCollector() {
  cell = collector * C_INPUTS + collectorInput;
  collector = collectorNext[cell];
  collectorAt = 0;
  do
  :: collectorAt < STEPS ->
    effect = collectorSteps[cell * STEPS + collectorAt];
    if
    :: effect == C_send -> sendTelnet(M_typeSend)
    :: effect == C_keep -> named = 1
    :: effect == C_pick -> hostLater = (usableType[protocol] -> N_typeUsable : N_typeUnusable)
    :: else -> skip
    fi;
    collectorAt++
  :: else -> break
  od
}

/* What is asked for: `asked` options from `option` on, in both directions where `bothSides`. */
inline request() {
  side = REMOTE;
  do
  :: asked > 0 ->
    optionInput = Q_enable;
    stepOption();
    if
    :: bothSides && side == REMOTE -> side = LOCAL
    :: else -> side = REMOTE; option++; asked--
    fi
  :: else -> break
  od
}

inline carryOutHost() {
  asked = 0;
  bothSides = 0;
  newMode = NEGOTIATING;
  collectorInput = NO_INPUT;
  if
  :: effect == N_askTn3270e -> option = O_tn3270e; asked = 1
  :: effect == N_startTn3270e -> newMode = TN3270E
  :: effect == N_enterTn3270 -> newMode = TN3270
  :: effect == N_enterNvt -> newMode = NVT
  :: effect == N_stopTn3270e -> setMode(NEGOTIATING)
  :: effect == N_askType ->
    option = O_terminalType;
    asked = !isOn(e, REMOTE, O_terminalType);
    hostLater = (asked -> NO_INPUT : N_typeOn)
  :: effect == N_gatherTypes -> collector = 0; named = 0; collectorInput = C_ask
  :: effect == N_askRecords ->
    option = O_endOfRecord;
    asked = 2;
    bothSides = 1;
    hostLater = (records(e) -> N_recordsOn : NO_INPUT)
  :: else -> skip
  fi;
  if
  :: newMode != NEGOTIATING -> setMode(newMode); sendTelnet(M_data)
  :: newMode == NEGOTIATING && collectorInput != NO_INPUT -> stepCollector()
  :: else -> request()
  fi
}

/* One step; what it leads to comes behind it. */
inline stepHost() {
  hostState = negotiation;
  negotiation = negotiationNext[hostState * N_INPUTS + hostInput];
  hostLater = NO_INPUT;
  hostAt = 0;
  do
  :: hostAt < STEPS ->
    effect = negotiationSteps[(hostState * N_INPUTS + hostInput) * STEPS + hostAt];
    carryOutHost();
    hostAt++
  :: else -> break
  od;
  hostInput = hostLater
}

inline hostFollows() {
  if
  :: !change -> skip
  :: change && side == REMOTE && option == O_tn3270e ->
    hostInput = (change == Q_enabled -> N_tn3270eOn : N_tn3270eOff)
  :: change && side == REMOTE && option == O_terminalType ->
    hostInput = (change == Q_enabled -> N_typeOn : N_typeOff)
  :: change && (option == O_endOfRecord || option == O_binary) ->
    hostInput = (records(e) -> N_recordsOn : (change == Q_enabled -> NO_INPUT : N_recordsOff))
  :: else -> skip
  fi
}

/* ---- either takes a token that its gate let pass */

inline takeSubnegotiation() {
  if
  :: e == TERMINAL && token == M_typeSend && isOn(e, LOCAL, O_terminalType) -> sendTelnet(M_typeIs)
  :: e == HOST && token == M_typeIs && isOn(e, REMOTE, O_terminalType) ->
    hostLater = NO_INPUT;
    collectorInput = (named -> C_repeated : (usableType[protocol] -> C_wanted : C_other));
    stepCollector();
    hostInput = hostLater
  :: else -> skip
  fi
}

inline take() {
  if
  :: e == TERMINAL && (kind(token) == K_negotiation || kind(token) == K_subnegotiation) -> begin()
  :: else -> skip
  fi;
  if
  :: kind(token) == K_negotiation -> receiveOption()
  :: kind(token) == K_subnegotiation -> takeSubnegotiation()
  :: else ->
    shown = shown || (e == TERMINAL && (mode[e] == TN3270 || mode[e] == TN3270E));
    textSeen = textSeen || (e == TERMINAL && mode[e] != TN3270 && mode[e] != TN3270E)
  fi;
  if
  :: e == TERMINAL && kind(token) != K_subnegotiation -> followMode()
  :: e == HOST && kind(token) == K_negotiation -> hostFollows()
  :: else -> skip
  fi
}
