import { DomainError } from '#server/kernel/errors.ts'

export const wrongCredentials = () => new DomainError('identity.wrong_credentials', 401)
export const tooManyTries = (minutes: number) => new DomainError('identity.too_many_tries', 429, { minutes })
/** Unknown, spent and expired are one answer. */
export const linkSpent = () => new DomainError('identity.link_spent', 410)
export const weakPassword = (fault: string) => new DomainError('identity.weak_password', 422, { fault })
export const wrongPassword = () => new DomainError('identity.wrong_password', 422)
export const sameEmail = () => new DomainError('identity.same_email', 422)
/** A network without an administrator could not give itself one. */
export const lastAdmin = () => new DomainError('identity.last_admin', 422)
/** The invitation is for somebody else's address. */
export const otherAddress = () => new DomainError('identity.other_address', 403)
/** An account asked twice for the same organisation, or already acts for it. */
export const alreadyRepresents = () => new DomainError('identity.already_represents', 409)
export const alreadyAsked = () => new DomainError('identity.already_asked', 409)
/** The observatory is the conference's to give. */
export const roleElsewhere = () => new DomainError('identity.role_elsewhere', 422)
/** A browser left open is not its person: sign in anew, then do it. */
export const signInAgain = () => new DomainError('identity.sign_in_again', 422)
/** A date in the past would end what has been done. */
export const pastDate = () => new DomainError('identity.past_date', 422)
export const passkeyRefused = () => new DomainError('identity.passkey_refused', 422)
export const codeRefused = () => new DomainError('identity.code_refused', 422)
/** Who has no passkey cannot ask others for one: they would shut themselves out. */
export const passkeyFirst = () => new DomainError('identity.passkey_first', 422)
/** A return from the provider that was not begun here, has served, or took too long. */
export const attemptSpent = () => new DomainError('identity.attempt_spent', 410)
export const providerRefused = () => new DomainError('identity.provider_refused', 403)
export const providerDown = () => new DomainError('identity.provider_down', 503)
export const noAccount = (email: string) => new DomainError('identity.no_account', 403, { email })
export const identityTaken = () => new DomainError('identity.identity_taken', 409)
/** Whoever detached an identity attaches it again themselves. */
export const identityDetached = () => new DomainError('identity.identity_detached', 403)
/** Invited to what they have. */
export const hasAccess = () => new DomainError('identity.has_access', 422)
