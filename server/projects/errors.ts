import { DomainError } from '#server/kernel/errors.ts'

/** Somebody else saved the project since the form was opened. */
export const changedMeanwhile = (by: string | null, version: number) =>
  new DomainError('projects.changed_meanwhile', 409, { by, version })

/** A field that only the database can judge; `fault` is a key of projects.json. */
export const fieldRefused = (field: string, fault: string) =>
  new DomainError('projects.field_refused', 422, { field, fault })

/** Fields that do not hold together; each fault is a key of projects.json. */
export const fieldsRefused = (faults: { field: string; fault: string }[]) =>
  new DomainError('projects.fields_refused', 422, { faults })

/** What keeps a project from being published; keys of projects.json, under `lacks`. */
export const notPublishable = (lacks: string[]) => new DomainError('projects.not_publishable', 422, { lacks })

/** The project became something else since the form was opened. */
export const projectChanged = () => new DomainError('projects.project_changed', 409)
export const nothingProposed = () => new DomainError('projects.nothing_proposed', 422)
export const reasonMissing = () => new DomainError('projects.reason_missing', 422)
export const conflictOpen = (fields: string[]) => new DomainError('projects.conflict_open', 409, { fields })
