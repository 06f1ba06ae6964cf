import { Box, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import { percentWords, pointsWords } from '../../contracts/figures/figure-words.ts'
import { indicators, type FiguresAnswer, type Share } from '../../contracts/figures/figures.ts'

const List = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
  gap: 16px;
`

const against = (now: Share, then: Share | null, name: string) => {
  const change = pointsWords(now, then)
  return change === '' ? '' : `比${name} ${change}`
}

/** The five indicators, each with what it is a share of and how it is computed. */
export function Indicators({ figures, before, lastYear }: FiguresAnswer) {
  return (
    <List>
      {figures.indicators.map(({ id, now, before: then, lastYear: ago }) => (
        <Box tag="li" key={id} background="neutral0" padding={5} hasRadius borderColor="neutral150">
          <Typography tag="h3" fontWeight="semiBold">
            {indicators[id].name}
          </Typography>
          <Typography tag="p" variant="alpha" style={{ fontVariantNumeric: 'tabular-nums' }}>
            {percentWords(now)}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral700">
            {now.whole === 0 ? '本期没有可算的件数' : `${now.part} ÷ ${now.whole}`}
          </Typography>
          {[against(now, then, before.name), lastYear ? against(now, ago, lastYear.name) : ''].map(
            (words) =>
              words !== '' && (
                <Typography key={words} tag="p" variant="pi" textColor="neutral700">
                  {words}
                </Typography>
              ),
          )}
          <Box paddingTop={2}>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {`算法：${indicators[id].formula}`}
            </Typography>
          </Box>
        </Box>
      ))}
    </List>
  )
}
