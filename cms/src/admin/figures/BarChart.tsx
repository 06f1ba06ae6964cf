import { styled } from 'styled-components'
import type { FigureRow } from '../../contracts/figures/figures.ts'

/** Units of the drawing; it is shown about as large. */
const width = 360
const rowHeight = 40

const Drawing = styled.svg`
  display: block;
  width: 100%;
  max-width: 420px;
  height: auto;

  text {
    fill: ${({ theme }) => theme.colors.neutral800};
    font-size: 13px;
  }
  .now {
    fill: ${({ theme }) => theme.colors.primary600};
  }
  .before {
    fill: ${({ theme }) => theme.colors.neutral300};
  }
`

type Props = { title: string; rows: FigureRow[]; beforeName: string }

/** Counts as bars, each with the one of the period before under it. The same numbers stand in the table beside it. */
export function BarChart({ title, rows, beforeName }: Props) {
  const most = Math.max(1, ...rows.flatMap(({ count, before }) => [count, before]))
  const length = (count: number) => (count / most) * width
  return (
    <Drawing
      viewBox={`0 0 ${width} ${rows.length * rowHeight}`}
      role="img"
      aria-label={`${title}，条形图：深色是本期，浅色是${beforeName}。数字见旁边的表。`}
    >
      {rows.map(({ key, name, count, before }, index) => (
        <g key={key} transform={`translate(0 ${index * rowHeight})`}>
          <text x={0} y={14}>
            {name}
          </text>
          <text x={width} y={14} textAnchor="end">
            {count}
          </text>
          <rect className="now" x={0} y={20} width={length(count)} height={8} rx={1} />
          <rect className="before" x={0} y={29} width={length(before)} height={4} rx={1} />
        </g>
      ))}
    </Drawing>
  )
}
