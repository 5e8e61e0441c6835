import { setFlagsFromString } from 'node:v8';

/**
 * How much the heap may grow beyond what is in use before all of it is gone through, in percent. With a thousand people that disturbs everybody
 * for some 300 ms: each 10 s it would be more than a hundredth of all choices, each 40 s it is less. So few people as a class has never fill it.
 */
const GROWTH = 500;

setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
