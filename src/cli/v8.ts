/**
 * How soon V8 compiles a function again to run faster. A report is made once and the process ends: with V8's own budget a third of its
 * processor's time went into compiling what had almost ended, on the processor that the other writer needed. The results are the same.
 */
import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--interrupt-budget=1000000')
