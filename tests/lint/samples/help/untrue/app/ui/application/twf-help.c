static const TwfHelpTopic topics[] = {
  { "draft", "gone" },
};
