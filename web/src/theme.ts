import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/Button.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Loader.css'
import '@mantine/core/styles/Skeleton.css'
import './theme.css'
import { createTheme, type MantineColorsTuple } from '@mantine/core'

const ink: MantineColorsTuple = [
  '#eef4fb', '#dbe7f5', '#b3cce9', '#88b0dd', '#6497d2', '#4d87cc', '#3a77bf', '#2a62a4', '#1f4f88', '#14304f',
]

// The greys of the dark theme, drawn from the page's own.
const dark: MantineColorsTuple = [
  '#e8e6e1', '#c9cdd2', '#a4acb6', '#7b828a', '#4a515b', '#353b44', '#1c2026', '#14171b', '#101316', '#0b0d0f',
]

export const theme = createTheme({
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  defaultRadius: 'sm',
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--serif)' },
  respectReducedMotion: true,
})
