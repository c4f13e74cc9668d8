import type { Context } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import { projectList } from '#server/projects/public.ts'
import { actList } from '#server/support/public.ts'
import { taskList } from '../task/task-list.server.ts'
import { LIST_SUBJECTS, type ListSubject } from './columns.ts'
import type { ListSource } from './list-source.ts'
import { organisationList, peopleList } from './organisation-list.server.ts'

/** Asked when it is needed: capabilities that list also need this one, and none is whole before the other. */
export function sourceOf(subject: ListSubject): ListSource {
  switch (subject) {
    case 'organisations':
      return organisationList
    case 'people':
      return peopleList
    case 'projects':
      return projectList
    case 'acts':
      return actList
    case 'tasks':
      return taskList
  }
}

/** What this person may hand over in this network. */
export const subjectsOpenTo = (ctx: Context): ListSubject[] =>
  LIST_SUBJECTS.filter((subject) => {
    const { rule } = sourceOf(subject)
    return may(ctx, rule) && (!rule.module || ctx.network?.modules.includes(rule.module))
  })
