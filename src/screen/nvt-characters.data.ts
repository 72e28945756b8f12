/** The code in the DEC special graphics set from which on it differs from ISO 8859-1. */
export const FIRST_SPECIAL_GRAPHIC = 0x5f;

/**
 * The DEC special graphics set, 5F to 7E: a blank, symbols for controls, and lines in the order of the VT100 manual
 * (table 3-9). Every one is a single UTF-16 unit.
 */
export const SPECIAL_GRAPHICS = ' ◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·';
