import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { DossierParts } from './dossier-parts.tsx'

type Props = {
  /** Of the network's dispositifs. */
  base: string
  id: string
  number: number
  title: string
  code: string
  dispositif: string
  session: string
  sessionName: string
}

/** The head of each page of a dossier but its first: which one it is, and its other pages. */
export function DossierHeading({ base, id, number, title, code, dispositif, session, sessionName }: Props) {
  const { t } = useTranslation('dispositifs')
  return (
    <>
      <Breadcrumb
        trail={[
          { to: base, label: t('title') },
          { to: `${base}/${dispositif}`, label: code },
          { to: `${base}/sessions/${session}`, label: sessionName },
        ]}
        here={t('dossier.number', { number })}
      />
      <h1>{title}</h1>
      <DossierParts base={`${base}/dossiers/${id}`} />
    </>
  )
}
