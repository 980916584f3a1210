/**
 * The goals for the kit. None is a test of CI: those in a unit of time are for a machine that does nothing else; of those
 * that compare, both sides run in turns, so that they hold on a busy one too.
 */

/** @returns the goals, each with what was measured and whether it is missed; what was not measured is not */
export function goalsOf({ chromium, instructions }, peer) {
  const { thread, roundTrip, failure, besideOpen } = chromium
  const rows = [
    ['start, million instructions', instructions['upsdk-kit'], 23.3],
    [`start, main thread, × ${peer}`, thread['upsdk-kit'] / thread[peer], 2.2],
    ['a call, × vk-bridge', roundTrip.ratio, 0.5],
    ['a failure of 1,000 in a row, µs', failure, 50],
    // Some of it is what a larger heap costs any code.
    [
      'a call beside 10,000 open ones, × beside none',
      besideOpen[10_000].roundTrip / besideOpen[0].roundTrip,
      1.5,
    ],
  ]
  return rows.map(([title, value, limit]) => {
    const isMissed = value > limit
    const measured = value?.toFixed(2) ?? 'not measured'
    return { title, limit, isMissed, said: isMissed ? `${measured}, missed` : measured }
  })
}
