import { Flex, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import { mostFaults, type ImportCheck } from '../../contracts/cases/case-import.ts'
import { TableHead } from '../desk/TableHead'

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  table-layout: fixed;
  font-size: 14px;
  line-height: 1.6;

  th,
  td {
    padding: 8px 12px;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
`

/** What a file comes to, and what is to be mended in it. */
export function CheckResult({ check }: { check: ImportCheck }) {
  const { fresh, here, twice, faulty, withoutUnits, missing, faults } = check
  const counts = [
    `可以导入 ${fresh} 件`,
    ...(here > 0 ? [`本系统已有 ${here} 件，不再导入`] : []),
    ...(twice > 0 ? [`文件里重复 ${twice} 行`] : []),
    ...(faulty > 0 ? [`有错 ${faulty} 行，不会导入`] : []),
  ]
  return (
    <Flex direction="column" alignItems="stretch" gap={3} role="status">
      <Typography variant="delta" tag="h2">{`${counts.join('，')}。`}</Typography>
      {missing.length > 0 && (
        <Typography textColor="danger600">
          {`没有认出这几列：${missing.join('、')}。请在下面指明，再检查一次。`}
        </Typography>
      )}
      {withoutUnits > 0 && (
        <Typography>
          {`其中 ${withoutUnits} 件是检举控告：不带承办单位，导入后先填写被检举控告的单位，再转送。`}
        </Typography>
      )}
      {faults.length > 0 && (
        <Table>
          <TableHead
            caption="要改的地方"
            columns={[
              ['行', '4.5em'],
              ['哪一列', '28%'],
              ['怎么办', ''],
            ]}
          />
          <tbody>
            {faults.map(({ row, column, words }, index) => (
              <tr key={`${row} ${column} ${index}`}>
                <td>{row}</td>
                <td>{column}</td>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {faults.length >= mostFaults && (
        <Typography>{`只列出前 ${mostFaults} 处，导入结果里有全部。`}</Typography>
      )}
    </Flex>
  )
}
