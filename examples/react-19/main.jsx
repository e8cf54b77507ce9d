// React 19 sets properties of custom elements, so an object can be passed, and listens to their events by name.
import "gongkai";
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

function App() {
  const [report, setReport] = useState(null);
  const [chosen, setChosen] = useState("");
  useEffect(() => {
    fetch("longde-2020.json").then((response) => response.json()).then(setReport);
  }, []);
  if (!report) return null;
  return (
    <>
      <gongkai-report report={report} view="disclosure" lang="zh-CN" ongongkai-select={({ detail }) => setChosen(detail.label)}>
        <p>图表正在加载。</p>
      </gongkai-report>
      <output>{chosen}</output>
    </>
  );
}

createRoot(document.getElementById("root")).render(<StrictMode><App /></StrictMode>);
