import { DomainError } from '#server/kernel/errors.ts'

/** Somebody else saved the project since the form was opened. */
export const changedMeanwhile = (by: string | null, version: number) =>
  new DomainError('projects.changed_meanwhile', 409, { by, version })

/** A field that only the database can judge; `fault` is a key of projects.json. */
export const fieldRefused = (field: string, fault: string) =>
  new DomainError('projects.field_refused', 422, { field, fault })

/** What keeps a project from being published; keys of projects.json, under `lacks`. */
export const notPublishable = (lacks: string[]) => new DomainError('projects.not_publishable', 422, { lacks })
