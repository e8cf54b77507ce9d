// React 18 sets attributes on custom elements and knows only the DOM's own events, so objects and the widget's
// events go through a ref.
import "gongkai";
import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

function Report({ report, view, onSelect }) {
  const element = useRef(null);
  useEffect(() => {
    element.current.report = report;
  }, [report]);
  useEffect(() => {
    const { current } = element;
    const listener = (event) => onSelect(event.detail);
    current.addEventListener("gongkai-select", listener);
    return () => current.removeEventListener("gongkai-select", listener);
  }, [onSelect]);
  return (
    <gongkai-report ref={element} view={view} lang="zh-CN">
      <p>图表正在加载。</p>
    </gongkai-report>
  );
}

function App() {
  const [report, setReport] = useState(null);
  const [chosen, setChosen] = useState("");
  useEffect(() => {
    fetch("longde-2020.json").then((response) => response.json()).then(setReport);
  }, []);
  if (!report) return null;
  return (
    <>
      <Report report={report} view="disclosure" onSelect={({ label }) => setChosen(label)} />
      <output>{chosen}</output>
    </>
  );
}

createRoot(document.getElementById("root")).render(<StrictMode><App /></StrictMode>);
