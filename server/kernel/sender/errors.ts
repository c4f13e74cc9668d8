import { DomainError } from '../errors.ts'

/** A form filled faster than anybody types, or whose hidden field is filled. */
export const notAPerson = () => new DomainError('kernel.not_a_person', 422)
/** More than a person sends in an hour. */
export const sentTooOften = (minutes: number) => new DomainError('kernel.sent_too_often', 429, { minutes })
