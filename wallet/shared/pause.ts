/** Waits for a time. @param ms not exact: a hidden page is given its timers late */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
