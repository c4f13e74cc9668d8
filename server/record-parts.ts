import type { TimelineSource } from './crm/public.ts'
import {
  familyOfRecord,
  fileStory,
  filesOfRecord,
  historyOfRecord,
  membershipStory,
  membershipsOfRecord,
  mergedHere,
  noteStory,
  notesOfRecord,
  ownFieldsOfRecord,
  peopleOfRecord,
  recordStory,
  tagsOfRecord,
  taskStory,
  tasksOfRecord,
  teamOfRecord,
} from './crm/public.ts'
import { representativesOfRecord } from './identity/public.ts'
import { projectStory, projectsOfRecord } from './projects/public.ts'
import { supportOfRecord, supportStory } from './support/public.ts'

/** What each capability shows on an organisation's record; one line each. */
export const RECORD_PARTS = {
  history: historyOfRecord,
  memberships: membershipsOfRecord,
  projects: projectsOfRecord,
  files: filesOfRecord,
  representatives: representativesOfRecord,
  people: peopleOfRecord,
  support: supportOfRecord,
  family: familyOfRecord,
  notes: notesOfRecord,
  tasks: tasksOfRecord,
  tags: tagsOfRecord,
  team: teamOfRecord,
  ownFields: ownFieldsOfRecord,
  merged: mergedHere,
}

/** Whose story an organisation's timeline tells. */
export const TIMELINE_SOURCES: TimelineSource[] = [
  // One line each.
  recordStory,
  membershipStory,
  fileStory,
  projectStory,
  supportStory,
  noteStory,
  taskStory,
]
