import { useTranslation } from 'react-i18next'
import type { EditorLine } from '../own/editor-lines.ts'
import { EditorNote } from '../own/editor-note.tsx'
import { InviteForm } from '../own/invite-form.tsx'

type Invited = { name?: string; email?: string; organisationId?: string; access?: string }
type Page = {
  mayMove: boolean
  isHere: boolean
  confirmed: string
  reach: string
  holders: { id: string; name: string }[]
  editors: EditorLine[]
}
type Refused = { typed: Invited; faults: Record<string, string> }

/** Who writes this dossier for its holder, and an invitation to one more. */
export function HoldersCard({ page, refused }: { page: Page; refused: Refused | undefined }) {
  const { t } = useTranslation('dispositifs')
  const fault = (name: string) => (refused?.faults[name] ? t(`faults.${refused.faults[name]}`) : undefined)
  return (
    <section className="card stack" aria-labelledby="equipe">
      <h2 id="equipe">{t('holder.desk.people')}</h2>
      {page.confirmed ? (
        <p className="notice ok">{t('holder.desk.confirmed', { at: page.confirmed })}</p>
      ) : null}
      {page.editors.length === 0 ? <p className="muted">{t('holder.desk.nobody')}</p> : null}
      <ul className="plain">
        {page.editors.map((one) => (
          <li key={one.id}>
            {one.name} <a href={`mailto:${one.email}`}>{one.email}</a> <EditorNote of={one} />
          </li>
        ))}
      </ul>
      {page.mayMove ? (
        <details open={refused || page.reach === 'nobody' ? true : undefined}>
          <summary>{t('holder.desk.invite')}</summary>
          <p className="muted">{t(page.isHere ? 'holder.editors.lead' : 'holder.desk.inviteLead')}</p>
          <InviteForm holders={page.holders} typed={refused?.typed ?? {}} fault={fault} />
        </details>
      ) : null}
    </section>
  )
}
