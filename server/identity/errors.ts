import { DomainError } from '#server/kernel/errors.ts'

export const wrongCredentials = () => new DomainError('identity.wrong_credentials', 401)
export const tooManyTries = (minutes: number) => new DomainError('identity.too_many_tries', 429, { minutes })
/** Unknown, spent and expired are one answer. */
export const linkSpent = () => new DomainError('identity.link_spent', 410)
export const weakPassword = (fault: string) => new DomainError('identity.weak_password', 422, { fault })
export const wrongPassword = () => new DomainError('identity.wrong_password', 422)
export const sameEmail = () => new DomainError('identity.same_email', 422)
