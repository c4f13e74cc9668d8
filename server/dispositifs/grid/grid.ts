import type { Criterion, Grid, Scores } from './grid.schema.ts'

const scoreAt = (scores: Scores, { key }: Criterion): number | null => scores[key]?.score ?? null

/** Criteria that still want a mark, or the comment that goes with it. */
export const unfinished = ({ criteria }: Grid, scores: Scores): string[] =>
  criteria
    .filter(
      (criterion) =>
        scoreAt(scores, criterion) === null ||
        (criterion.commentRequired && !scores[criterion.key]!.comment.trim()),
    )
    .map(({ key }) => key)

/** Tenths of a point: floating sums end in .99999. */
const rounded = (points: number) => Math.round(points * 10) / 10

/** In a hundred, weighted; null while a mark is missing, for half a grid is no opinion. */
export function scoreOf({ criteria }: Grid, scores: Scores): number | null {
  const marks = criteria.map((criterion) => scoreAt(scores, criterion))
  if (marks.includes(null)) return null
  const whole = criteria.reduce((total, { weight }) => total + weight, 0)
  const got = criteria.reduce((total, { weight, max }, at) => total + (weight * marks[at]!) / max, 0)
  return rounded((got / whole) * 100)
}

/** Criteria on which a mark puts the file out. */
export const eliminated = ({ criteria }: Grid, scores: Scores): string[] =>
  criteria
    .filter((criterion) => {
      const score = scoreAt(scores, criterion)
      return criterion.eliminatoryBelow !== null && score !== null && score < criterion.eliminatoryBelow
    })
    .map(({ key }) => key)

export interface Disagreement {
  /** Reviews that are finished: the others are not counted. */
  reviews: number
  mean: number | null
  lowest: number | null
  highest: number | null
  spread: number
  /** To be talked about. */
  high: boolean
  /** Where they part, widest first, in points of a hundred on the criterion's own scale. */
  criteria: { key: string; spread: number; high: boolean }[]
}

const spreadOf = (points: readonly number[]) =>
  points.length < 2 ? 0 : rounded(Math.max(...points) - Math.min(...points))

export function disagreement(grid: Grid, reviews: readonly Scores[]): Disagreement {
  const finished = reviews.flatMap((scores) => {
    const score = scoreOf(grid, scores)
    return score === null ? [] : [{ scores, score }]
  })
  const points = finished.map(({ score }) => score)
  const isHigh = (spread: number) => spread > grid.disagreementAbove
  const criteria = grid.criteria.map((criterion) => {
    const spread = spreadOf(finished.map(({ scores }) => (scoreAt(scores, criterion)! / criterion.max) * 100))
    return { key: criterion.key, spread, high: isHigh(spread) }
  })
  const spread = spreadOf(points)
  return {
    reviews: points.length,
    mean: points.length ? rounded(points.reduce((total, one) => total + one, 0) / points.length) : null,
    lowest: points.length ? Math.min(...points) : null,
    highest: points.length ? Math.max(...points) : null,
    ...{ spread, high: isHigh(spread) },
    criteria: criteria.filter((one) => one.spread > 0).sort((a, b) => b.spread - a.spread),
  }
}
