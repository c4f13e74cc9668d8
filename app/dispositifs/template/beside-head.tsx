import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { Done, FaultNote } from '../told.tsx'

type Props = {
  page: { base: string; id: string; code: string; title: string }
  here: string
  of: 'builder' | 'template'
  refused: { code: string } | undefined
}

/** The head of a page beside a dispositif: its workshop, its template. */
export function BesideHead({ page, here, of, refused }: Props) {
  const { t } = useTranslation('dispositifs')
  return (
    <>
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: `${page.base}/${page.id}`, label: page.code },
        ]}
        here={here}
      />
      <h1>{page.title}</h1>
      <Done of={of} />
      <FaultNote refused={refused} />
    </>
  )
}
