import { DomainError } from '#server/kernel/errors.ts'

export const colourUnreadable = (near: string) => new DomainError('portal.colour_unreadable', 422, { near })
export const notAColour = () => new DomainError('portal.not_a_colour', 422)
export const notASite = (typed: string) => new DomainError('portal.not_a_site', 422, { typed })
export const tooManySites = () => new DomainError('portal.too_many_sites', 422)
export const hostRefused = (why: 'malformed' | 'private' | 'ours') =>
  new DomainError(`portal.host_${why}`, 422)
export const hostUnproven = (found: boolean) =>
  new DomainError(found ? 'portal.host_other_value' : 'portal.host_no_record', 422)
export const resolverSilent = () => new DomainError('portal.host_silent', 503)
