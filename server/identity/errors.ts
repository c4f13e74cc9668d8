import { DomainError } from '#server/kernel/errors.ts'

export const wrongCredentials = () => new DomainError('identity.wrong_credentials', 401)
export const tooManyTries = (minutes: number) => new DomainError('identity.too_many_tries', 429, { minutes })
