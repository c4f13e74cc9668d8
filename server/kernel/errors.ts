/**
 * A refusal the product foresees: a code of the closed vocabulary, the status it has at the edge,
 * and details for the message. Anything else that is thrown is a fault of ours (500).
 */
export class DomainError extends Error {
  readonly code: string
  readonly status: number
  readonly details: Record<string, unknown>
  constructor(code: string, status: number, details: Record<string, unknown> = {}) {
    super(code)
    this.name = 'DomainError'
    this.code = code
    this.status = status
    this.details = details
  }
}

/** Absent and out of reach give the same answer. */
export const notFound = () => new DomainError('kernel.not_found', 404)
export const signInNeeded = () => new DomainError('kernel.sign_in_needed', 401)
export const forbidden = () => new DomainError('kernel.forbidden', 403)
