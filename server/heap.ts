import { setFlagsFromString } from 'node:v8';

/**
 * How much the heap may grow beyond what is in use before all of it is gone through, in percent. With a thousand people that takes 200 ms of a
 * processor, in which everybody waits: half as often for twice the memory is a good bargain on a machine that serves a school.
 */
const GROWTH = 300;

setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
