import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { Done, FaultNote } from '../told.tsx'
import { PublishCard } from './publish-card.tsx'

type Props = {
  page: Parameters<typeof PublishCard>[0]['page'] & {
    dispositif: string
    code: string
    home: string
    title: string
  }
  kind: 'form' | 'rules' | 'grid'
  refused: { code: string | null } | undefined
  locked?: ReactNode
}

/** The head of each of the three workshops: where one is, what was just done, where the draft stands. */
export function BuilderHead({ page, kind, refused, locked }: Props) {
  const { t } = useTranslation('dispositifs')
  return (
    <>
      <Breadcrumb
        trail={[
          { to: page.dispositif, label: page.code },
          { to: page.home, label: t('papers.builder.title') },
        ]}
        here={t(`papers.builder.${kind}.here`)}
      />
      <h1>{page.title}</h1>
      <p className="lead">{t(`papers.builder.${kind}.lead`)}</p>
      {locked ? <p className="muted">{locked}</p> : null}
      <Done of="builder" />
      <FaultNote refused={refused} />
      <PublishCard page={page} kind={kind} />
    </>
  )
}
