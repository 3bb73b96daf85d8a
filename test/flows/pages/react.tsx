// Somebody's React page. Not type-checked: the project does without React's types.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const [name, setName] = useState('Ada');
  const [order, setOrder] = useState(['call', 'notes', 'links']);
  const [shown, setShown] = useState(true);
  const [others, setOthers] = useState(0);
  const count = (event) => setOthers(event.currentTarget.participants.length);
  const sections = {
    call: shown && (
      <call-room
        room="flow"
        signaling="/signal"
        display-name={name}
        iceServers={[]}
        auto-join
        oncall-participant-joined={count}
        oncall-participant-left={count}
      />
    ),
    notes: <textarea aria-label="Notes" />,
    links: <a href="#top">Top</a>,
  };
  return (
    <>
      <ul>
        {order.map((key) => (
          <li key={key}>{sections[key]}</li>
        ))}
      </ul>
      <output>{others} other</output>
      <button onClick={() => setName('Countess Lovelace')}>Rename</button>
      <button onClick={() => setOrder([...order].reverse())}>Reverse</button>
      <button onClick={() => setShown(!shown)}>{shown ? 'Hide' : 'Show'}</button>
    </>
  );
}

createRoot(document.querySelector('main')).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
