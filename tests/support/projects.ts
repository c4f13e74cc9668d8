import type { StaffContext } from '#server/kernel/context.ts'
import { createProject } from '#server/projects/project/create-project.server.ts'
import { type ProjectInput, projectInput } from '#server/projects/project/project.schema.ts'
import { publishProject } from '#server/projects/project/publish-project.server.ts'

type Given = Partial<Record<keyof ProjectInput, unknown>> & { holders: string[] }

/** A valid project; say only what the test is about. */
export function aProjectInput(given: Given): ProjectInput {
  return projectInput.parse({
    title: 'Greniers communautaires',
    summary: 'Stocker les récoltes de trois villages.',
    countries: ['TG'],
    sectors: ['agriculture'],
    sdgs: [2],
    ...given,
  })
}

export async function aProject(staff: StaffContext, given: Given) {
  return createProject(staff, aProjectInput(given))
}

/** A project the public sees, made as staff make it. */
export async function aPublishedProject(staff: StaffContext, given: Given) {
  const { id } = await aProject(staff, given)
  return { id, ...(await publishProject(staff, id)) }
}
