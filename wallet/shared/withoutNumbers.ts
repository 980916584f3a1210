/** Makes texts and addresses equal that differ in numbers alone: those of an order, of a countdown or of a run. */
export const withoutNumbers = (text: string): string => text.replace(/\d+/g, '0')

/**
 * Texts that differ in numbers alone are one that settles, such as a sum, if they come within this time of their first, in
 * ms. Later ones count up or down, such as the time that is left to pay.
 */
export const SETTLES_WITHIN = 900
