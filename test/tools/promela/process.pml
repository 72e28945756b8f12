/* ---- the process: one d_step for each thing that can happen */

c_decl {
  \#include <stdlib.h>
};

init {
  d_step {
    c_code {
      policy[0] = atoi(getenv("TERMINAL"));
      policy[1] = atoi(getenv("HOST"));
      protocol = atoi(getenv("PROTOCOL"));
      allAttacks = atoi(getenv("ATTACKS"));
    };
    start()
  };
end:
  do
  MOVES
  :: d_step {
    lives(TERMINAL) && agreed(TERMINAL) && !typed && (shown || mode[TERMINAL] == NVT) ->
    startStep(TERMINAL);
    typed = 1;
    sendTelnet(M_data);
    finishStep(0)
  }
  od
}

#ifdef LOOP
/* From somewhere on nothing happens but deliveries. */
never {
  do
  :: true
  :: byDelivery -> break
  od;
accept_deliveries:
  do
  :: byDelivery
  od
}
#endif
