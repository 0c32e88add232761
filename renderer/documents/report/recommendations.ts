const MOST = 6
const LONGEST = 1300

/** Whether the recommendations fit on the page of the summary, with room for the figures above them. */
export function summaryHolds(recommendations: readonly string[]): boolean {
  return recommendations.length <= MOST && recommendations.join('').length <= LONGEST
}
