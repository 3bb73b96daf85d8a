import { useRef, useState } from 'react';

const room = new URLSearchParams(location.search).get('room') ?? 'frameworks';

export function App() {
  const call = useRef(null);
  const [name, setName] = useState('Ada');
  const [others, setOthers] = useState([]);
  const [muted, setMuted] = useState(false);
  const count = ({ currentTarget }) => setOthers([...currentTarget.participants]);

  return (
    <>
      <label>
        Your name <input value={name} onChange={({ target }) => setName(target.value)} />
      </label>
      <call-room
        ref={call}
        signaling="/signal"
        room={room}
        display-name={name}
        iceServers={[] /* On one machine none is needed; leave this out on the internet. */}
        auto-join
        oncall-participant-joined={count}
        oncall-participant-change={count}
        oncall-participant-left={count}
        oncall-media-change={({ audio }) => setMuted(!audio)}
      />
      <p>
        <button onClick={() => call.current.toggleMicrophone()}>{muted ? 'Unmute' : 'Mute'}</button>{' '}
        <output>With {others.map(({ displayName }) => displayName).join(', ') || 'nobody'}</output>
      </p>
    </>
  );
}
