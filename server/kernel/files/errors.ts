import { DomainError } from '#server/kernel/errors.ts'

/** Why a file is not taken; each has its sentence in `kernel:files.refused`. */
export type Refusal = 'missing' | 'too_large' | 'type' | 'active' | 'unreadable' | 'swollen' | 'infected'

export const fileRefused = (why: Refusal) =>
  new DomainError(`kernel.file_${why}`, why === 'too_large' ? 413 : 422, { why })

export const refusalOf = (error: unknown): Refusal | null =>
  error instanceof DomainError && error.code.startsWith('kernel.file_')
    ? (error.details.why as Refusal)
    : null
