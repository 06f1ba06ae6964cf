import { Field, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import { caseColumns } from '../../contracts/cases/case-columns.ts'

const Grid = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
  gap: 16px;
`

type Props = { header: string[]; mapping: string[]; onChange: (mapping: string[]) => void }

/** What each column of a file is; whoever imports it corrects what was guessed. */
export function Columns({ header, mapping, onChange }: Props) {
  return (
    <>
      <Typography tag="h2" variant="delta">
        每一列是什么
      </Typography>
      <Grid>
        {header.map((heading, index) => (
          <Field.Root key={`${heading} ${index}`} name={`column${index}`}>
            <Field.Label>{heading || `第 ${index + 1} 列`}</Field.Label>
            <SingleSelect
              value={mapping[index] ?? ''}
              onChange={(chosen) => onChange(mapping.with(index, String(chosen)))}
            >
              <SingleSelectOption value="">不导入</SingleSelectOption>
              {Object.entries(caseColumns).map(([name, word]) => (
                <SingleSelectOption
                  key={name}
                  value={name}
                  disabled={mapping.includes(name) && mapping[index] !== name}
                >
                  {word}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        ))}
      </Grid>
    </>
  )
}
