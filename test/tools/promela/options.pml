  :: d_step { lives(END) && arrives(END) -> startStep(END); joined = 0; deliver(); finishStep(1) }
  :: d_step {
    lives(END) && stage[END] == NONE && len(wire[END]) > 1 && wire[END] ? [M_follows] ->
    startStep(END);
    deliverJoined();
    finishStep(1)
  }
  :: d_step {
    lives(END) && gateTimer[END] ->
    startStep(END);
    gateTimer[END] = 0;
    message = 0;
    input = IN(timeout);
    stepGate();
    finishStep(0)
  }
  :: d_step {
    lives(END) && negotiationTimer[END] ->
    startStep(END);
    finish(D_NEGOTIATION_TIMEOUT);
    finishStep(0)
  }
  :: d_step {
    lives(END) && handshakes(END) ->
    startStep(END);
    message = 0;
    input = IN(failed);
    stepGate();
    finishStep(0)
  }
  :: d_step { lives(END) -> startStep(END); finish(D_ENDED); finishStep(0) }
  :: d_step {
    lives(END) ->
    startStep(END);
    message = 0;
    input = IN(transportClosed);
    stepGate();
    finishStep(0)
  }
  :: d_step {
    attackable(END) && arrives(END) ->
    startStep(END);
    wire[END] ? <m>;
    if
    :: m < SEALED -> wire[END] ? scrap; attacks--
    :: else -> skip
    fi;
    finishStep(0)
  }
  :: d_step {
    attackable(END) && arrives(END) && room(END) ->
    e = END;
    wire[END] ? <m>;
    if
    :: m < SEALED && m != M_fin -> attacks--; putFirst(m)
    :: else -> skip
    fi;
    checkNothing
  }
