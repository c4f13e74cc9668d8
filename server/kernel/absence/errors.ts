import { DomainError } from '#server/kernel/errors.ts'

export const datesWrong = () => new DomainError('absence.dates_wrong', 422)
/** Only somebody else of the team, who is there, can take over. */
export const notAColleague = () => new DomainError('absence.not_a_colleague', 422)
export const alreadyAway = () => new DomainError('absence.already_away', 409)
/** Somebody counts on them these days: who leaves would leave two people's work. */
export const standsInAlready = () => new DomainError('absence.stands_in', 409)
