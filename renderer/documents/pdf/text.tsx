import type { ReactElement } from 'react'
import { Text, View, type ViewProps } from '@react-pdf/renderer'
import { printable } from './printable.ts'
import { text } from './style.ts'

type Style = NonNullable<ViewProps['style']>

/** A run of text that came from outside the program: whatever stands in it can be drawn. */
export function Typed({ children, style }: { children: string; style?: Style }): ReactElement {
  return <Text {...(style === undefined ? {} : { style })}>{printable(children)}</Text>
}

/** Text of several paragraphs; a line that starts with a dash is a point of a list. */
export function Paragraphs({ children }: { children: string }): ReactElement {
  const lines = printable(children)
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  return (
    <>
      {lines.map((each, index) =>
        /^[-*•] /.test(each) ? (
          <Point key={index} mark="•">
            {each.slice(2).trim()}
          </Point>
        ) : (
          <Text key={index} style={text.paragraph} orphans={2} widows={2}>
            {each}
          </Text>
        ),
      )}
    </>
  )
}

/** One point of a list, its mark outside the text. */
export function Point({ mark, children }: { mark: string; children: string }): ReactElement {
  return (
    <View style={{ flexDirection: 'row', marginBottom: 4 }}>
      <Text style={{ width: 18 }}>{mark}</Text>
      <Typed style={{ flex: 1 }}>{children}</Typed>
    </View>
  )
}
