import type { Block } from '#packages/pdf/pdf.ts'

/** A paper as it will be written, on a page. */
export function PaperRead({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="card stack paper">
      {blocks.map((block, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paper's blocks are known by their place
        <Part key={nth} block={block} />
      ))}
    </div>
  )
}

function Part({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
    case 'text':
      return <p className="said">{block.bold ? <strong>{block.text}</strong> : block.text}</p>
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'facts':
      return (
        <dl className="facts beside">
          {block.rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="said">{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return (
        <table className="data">
          <thead>
            <tr>
              {block.columns.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.join()}>
                {row.map((cell, nth) => (
                  <td key={block.columns[nth]!.label} data-label={block.columns[nth]!.label}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    default:
      return null
  }
}
