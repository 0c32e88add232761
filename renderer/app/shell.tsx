import './shell.css'
import { useEffect, useState } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { type HostInfo } from '#shared/contracts/host.ts'
import {
  beginConversation,
  resumeConversation,
  useConversation,
} from '../features/case-file/conversation/conversation.ts'
import { holdsDraft } from '../features/case-file/conversation/draft-at.ts'
import { ConversationScreen } from '../features/case-file/conversation/conversation-screen.tsx'
import { appText } from '../locale/app.ts'
import { Button } from '../ui/button.tsx'
import { host } from '../working-set/host.ts'
import { usePractice } from '../working-set/practice.ts'
import { useFollowSecurity } from '../working-set/security-overview.ts'
import { NEW_MELDING_PATH } from './areas.ts'
import { CommandPalette } from './command-palette.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { goTo } from './leave-guard.ts'
import { Routes } from './routes.tsx'
import { SavedWord } from './saved-word.tsx'
import { SideBar } from './side-bar.tsx'
import { undoLast } from './undo-last.ts'
import { useAutomaticBackup } from './use-automatic-backup.ts'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'
import { useKeys } from './use-keys.ts'

type Overlay = 'none' | 'palette' | 'keys'

/** Says at all times that this Electron is too old for real cases, in a conversation too: there a real one begins. */
function RuntimeWarning({ info }: { info: HostInfo }) {
  if (info.runtime.forRealCases) return null
  return (
    <section className="shell-warning" aria-label={appText.warning}>
      {appText.notForRealCases}
    </section>
  )
}

/**
 * The frame around every screen, and the keys that work everywhere. During a conversation it is out of sight, but stays
 * as it was.
 */
export function Shell({ info }: { info: HostInfo }) {
  const [overlay, setOverlay] = useState<Overlay>('none')
  const [place] = useHashLocation()
  const conversation = useConversation()
  const main = useFocusOnArrival(conversation === null)
  useEffect(() => {
    void resumeConversation()
  }, [])
  const idleMinutes = usePractice()?.idleMinutes
  useEffect(() => {
    if (idleMinutes !== undefined) void host.setIdleMinutes({ minutes: idleMinutes })
  }, [idleMinutes])
  useFollowSecurity()
  useAutomaticBackup()
  const close = (): void => {
    setOverlay('none')
  }
  const converse = (): void => {
    setOverlay('none')
    beginConversation(place)
  }
  useKeys({
    onConversation: converse,
    onPalette: () => {
      setOverlay('palette')
    },
    onKeys: () => {
      setOverlay('keys')
    },
    onUndo: () => {
      void undoLast()
    },
  })
  return (
    <Router hook={useHashLocation}>
      {conversation !== null && (
        <div className="shell-conversation">
          <RuntimeWarning info={info} />
          <ConversationScreen conversation={conversation} />
        </div>
      )}
      <div className="shell" hidden={conversation !== null}>
        <SideBar />
        <div className="shell-work">
          <RuntimeWarning info={info} />
          <section className="shell-top" aria-label={appText.toolbar}>
            <div className="shell-find">
              <Button
                onPress={() => {
                  setOverlay('palette')
                }}
              >
                {appText.find} <span className="key">{appText.findKey}</span>
              </Button>
            </div>
            <SavedWord />
            <Button onPress={converse}>{appText.conversation}</Button>
            <Button
              onPress={() => {
                goTo(NEW_MELDING_PATH)
              }}
            >
              {appText.newMelding}
            </Button>
          </section>
          <main className="shell-main" ref={main} tabIndex={-1}>
            {(conversation === null || !holdsDraft(place)) && <Routes />}
          </main>
        </div>
      </div>
      {overlay === 'palette' && (
        <CommandPalette
          onClose={close}
          onConversation={converse}
          onKeys={() => {
            setOverlay('keys')
          }}
          onLock={() => {
            void host.lock()
          }}
          onQuit={() => {
            void host.wantQuit()
          }}
        />
      )}
      {overlay === 'keys' && <KeysDialog onClose={close} />}
    </Router>
  )
}
