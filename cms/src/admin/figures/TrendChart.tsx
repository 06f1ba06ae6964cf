import { styled } from 'styled-components'
import type { FiguresAnswer } from '../../contracts/figures/figures.ts'
import { useNarrow } from '../queue/use-narrow-screen'

const height = 200
const top = 24
const bottom = 28

const Drawing = styled.svg`
  display: block;
  width: 100%;
  height: auto;

  text {
    fill: ${({ theme }) => theme.colors.neutral700};
    font-size: 12px;
    text-anchor: middle;
  }
  line {
    stroke: ${({ theme }) => theme.colors.neutral200};
  }
  .month {
    fill: ${({ theme }) => theme.colors.primary200};
  }
  .chosen {
    fill: ${({ theme }) => theme.colors.primary600};
  }
`

type Props = { trend: FiguresAnswer['trend']; chosen: string }

/** What was received in each of the last months, the months of the chosen period in the stronger colour. */
export function TrendChart({ trend, chosen }: Props) {
  const isNarrow = useNarrow()
  const width = isNarrow ? 360 : 860
  const step = width / Math.max(1, trend.length)
  const most = Math.max(1, ...trend.map(({ count }) => count))
  const tall = (count: number) => (count / most) * (height - top - bottom)
  const isNamed = (index: number) => !isNarrow || (trend.length - 1 - index) % 3 === 0
  const words = trend.map(({ name, count }) => `${name} ${count} 件`).join('，')
  return (
    <Drawing viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`每月收到的件数：${words}`}>
      <line x1={0} x2={width} y1={height - bottom} y2={height - bottom} />
      {trend.map(({ id, count }, index) => {
        const x = (index + 0.5) * step
        const y = height - bottom - tall(count)
        const [year = '', month = ''] = id.split('-')
        const isFirst = index === 0 || month === '01'
        return (
          <g key={id}>
            <rect
              className={id.startsWith(chosen) ? 'chosen' : 'month'}
              x={x - step * 0.3}
              y={y}
              width={step * 0.6}
              height={tall(count)}
              rx={1}
            />
            <text x={x} y={y - 6}>
              {count}
            </text>
            {isNamed(index) && (
              <text x={x} y={height - 10}>
                {isFirst && !isNarrow ? `${year}年${Number(month)}月` : `${Number(month)}月`}
              </text>
            )}
          </g>
        )
      })}
    </Drawing>
  )
}
