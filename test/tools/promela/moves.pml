/* ---- the transport and the double of TLS */

#define isTail(x) ((x) != M_fin && (e == TERMINAL || firstOf[HOST * MESSAGES + (x)] != H_hello))
#define clearOf(x) ((x) >= SEALED -> M_finished : (x))

/* What arrives while TLS is set up: a hello is answered, that by Finished; anything else fails the handshake. */
inline handshake() {
  message = 0;
  if
  :: e == TERMINAL && !told && beneathOf[seen] != NO_INPUT -> input = beneathOf[seen]; told = 1; again = 1
  :: e == TERMINAL && m == M_serverHello -> put(M_finished); stage[e] = UP; input = T_established
  :: e == HOST && stage[e] == PENDING && m == M_clientHello ->
    put(M_serverHello);
    stage[e] = ANSWERED;
    input = NO_INPUT
  :: e == HOST && stage[e] == ANSWERED && m == M_finished -> stage[e] = UP; input = H_established
  :: else -> input = IN(failed)
  fi
}

inline receiveClear() {
  message = seen;
  if
  :: joined -> input = IN(followsWithTail)
  :: !joined && heard[e] -> input = inputOf[e * MESSAGES + seen]
  :: else -> input = firstOf[e * MESSAGES + seen]
  fi;
  hello = e == HOST && input == H_hello;
  heard[e] = (m == M_fin -> heard[e] : 1)
}

inline receiveSealed() {
  if
  :: m >= SEALED -> message = m - SEALED; input = inputOf[e * MESSAGES + message]
  :: else ->
    clearInTls = clearInTls || (m != M_fin && attacks == allAttacks);
    message = 0;
    input = IN(transportClosed)
  fi
}

/* A hello that the gate took for one is given to TLS; so is what the gate has judged by its first bytes. */
inline deliver() {
  wire[e] ? m;
  seen = clearOf(m);
  again = 1;
  told = 0;
  hello = 0;
  do
  :: again ->
    again = 0;
    if
    :: stage[e] == UP -> receiveSealed()
    :: stage[e] == NONE -> receiveClear()
    :: else -> handshake()
    fi;
    stepGate();
    if
    :: ended[e] -> again = 0
    :: !ended[e] && hello && stage[e] == PENDING -> hello = 0; again = 1
    :: else -> skip
    fi
  :: else -> break
  od
}

/* FOLLOWS and what stands behind it, in one read; what may stand there changes nothing. */
inline deliverJoined() {
  wire[e] ? scrap;
  wire[e] ? <second>;
  putFirst(scrap);
  joined = isTail(clearOf(second));
  deliver()
}

inline putFirst(x) {
  wire[e] ! x;
  turn = 1;
  do
  :: turn < len(wire[e]) -> wire[e] ? rotated; wire[e] ! rotated; turn++
  :: else -> break
  od
}

/* ---- steps */

inline startStep(who) {
  e = who;
  overflow = 0;
  clearBytes = 0;
  clearSession = 0;
  clearData = 0;
  clearInTls = 0;
  sentWhilePending = 0;
  tlsUnasked = 0;
  tlsUnagreed = 0
}

#define waits(x) (!ended[x] && !agreed(x) && !gateTimer[x] && !negotiationTimer[x])
#define bothAgreed (agreed(TERMINAL) && agreed(HOST))
#define alike (mode[TERMINAL] == mode[HOST] && stage[TERMINAL] == stage[HOST])
#define honest (attacks == allAttacks)

#ifdef LOOP
byte byDelivery;
#define check(delivery) byDelivery = delivery
#define checkNothing byDelivery = 0
#else
#define check(delivery) checkAll()
#define checkNothing skip
#endif

inline checkAll() {
  assert(!clearBytes);
  assert(!clearSession);
  assert(!clearData);
  assert(!clearInTls);
  assert(!sentWhilePending);
  assert(!tlsUnasked);
  assert(!tlsUnagreed);
  assert(!overflow);
  deadlock = 0;
  endUnnoticed = 0;
  disagreement = 0;
  if
  :: cut || len(wire[TERMINAL]) || len(wire[HOST]) -> skip
  :: else ->
    deadlock = waits(TERMINAL) || waits(HOST);
    endUnnoticed = honest && (ended[TERMINAL] == 0) != (ended[HOST] == 0);
    disagreement = bothAgreed && !alike && (honest || stage[TERMINAL] == UP || stage[HOST] == UP)
  fi;
  assert(!deadlock);
  assert(!endUnnoticed);
  assert(!disagreement)
}

/* Where a bound was passed nothing is followed further. */
inline finishStep(delivery) {
  if
  :: overflow ->
    e = TERMINAL;
    do
    :: e <= HOST -> forgetEnd(); ended[e] = 0; e++
    :: else -> break
    od;
    attacks = 0;
    cut = 1
  :: else -> skip
  fi;
  check(delivery)
}

#define lives(x) (!ended[x] && !cut)
#define arrives(x) (len(wire[x]) > 0)
#define handshakes(x) (stage[x] == PENDING || stage[x] == ANSWERED)
#define attackable(x) (lives(x) && attacks > 0 && stage[x] != UP)
#define room(x) (len(wire[x]) < SLOTS)

/* With something on its way and nobody acting there is nothing to check. */
inline insert(who, x) {
  e = who;
  attacks--;
  putFirst(x);
  checkNothing
}

inline start() {
  startStep(TERMINAL);
  attacks = allAttacks;
  do
  :: e <= HOST -> startGate(); e++
  :: else -> break
  od;
  finishStep(0)
}
